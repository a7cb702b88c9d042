import * as z from 'zod/mini'
import { disposalNote, type Manifest, manifest, packageNames } from '#shared/archive/manifest.ts'
import { openSigned, type PublicKey } from '#shared/certificates/signed-text.ts'
import { brokenLink } from '../dossiers/event-chain.ts'
import { sha256 } from '../platform/sealing.ts'
import { BrokenZip, type PackedFile, readZip } from './zip-file.ts'

/** What a package is worth. */
export interface CheckedPackage {
  manifest: Manifest | undefined
  /** Signed by this desk; undefined where no keys were given to tell. */
  isSigned: boolean | undefined
  isOldKey: boolean
  /** The signed list by which its contents were erased. */
  disposal: z.infer<typeof disposalNote> | undefined
  /** Everything that is wrong, in words; empty for a whole package. */
  faults: string[]
}

/**
 * Checks a package without the desk: each file against the manifest, the log link by link against its head, papers
 * and answers against what the log says was received, and the manifest against the desk's signature.
 */
export async function checkPackage(zip: Buffer, keys: readonly PublicKey[] | undefined): Promise<CheckedPackage> {
  const checked: CheckedPackage = {
    manifest: undefined,
    isSigned: undefined,
    isOldKey: false,
    disposal: undefined,
    faults: [],
  }
  const files = filesOf(zip, checked.faults)
  const bytes = files?.get(packageNames.manifest)
  if (!files || !bytes) return withFault(checked, files && `thiếu ${packageNames.manifest}`)
  const parsed = z.safeParse(manifest, parseJson(bytes))
  if (!parsed.success) return withFault(checked, `${packageNames.manifest} không đọc được`)
  checked.manifest = parsed.data
  await checkSignature(checked, files, bytes, keys)
  checkDisposal(checked, files)
  checkFiles(checked, parsed.data, files)
  checkLog(checked, parsed.data, files)

  return checked
}

type Files = ReadonlyMap<string, Buffer>

function filesOf(zip: Buffer, faults: string[]): Files | undefined {
  try {
    return new Map(readZip(zip).map(({ path, bytes }: PackedFile) => [path, bytes]))
  } catch (error) {
    if (!(error instanceof BrokenZip)) throw error
    faults.push(error.message)

    return undefined
  }
}

function withFault(checked: CheckedPackage, fault: string | undefined): CheckedPackage {
  if (fault) checked.faults.push(fault)

  return checked
}

async function checkSignature(
  checked: CheckedPackage,
  files: Files,
  bytes: Buffer,
  keys: readonly PublicKey[] | undefined,
): Promise<void> {
  const signature = files.get(packageNames.signature)
  if (!signature) checked.faults.push(`thiếu chữ ký của quầy (${packageNames.signature})`)
  if (!signature || !keys) return
  const opened = await openSigned(signature.toString('utf8'), 'quay-lt', keys)
  const signed = opened.is === 'genuine' ? (opened.payload as { manifestSha256?: unknown }) : undefined
  checked.isSigned = signed?.manifestSha256 === hex(bytes)
  checked.isOldKey = opened.is === 'genuine' && opened.key.isRetired
  if (!checked.isSigned)
    checked.faults.push(
      opened.is === 'unknown_key'
        ? 'được ký bằng khóa mà quầy này chưa từng có'
        : 'bản kê không khớp với chữ ký của quầy',
    )
}

function checkDisposal(checked: CheckedPackage, files: Files): void {
  const bytes = files.get(packageNames.disposal)
  if (!bytes) return
  const parsed = z.safeParse(disposalNote, parseJson(bytes))
  const list = files.get(packageNames.disposalList)
  if (!parsed.success || !list || hex(list) !== parsed.data.listSha256)
    checked.faults.push('danh mục hủy kèm theo không đọc được hoặc đã bị thay')
  else checked.disposal = parsed.data
}

function checkFiles({ faults, disposal }: CheckedPackage, { files: listed }: Manifest, files: Files): void {
  for (const { path, role, bytes, sha256: expected } of listed) {
    const file = files.get(path)
    if (!file) {
      if (!disposal || role === 'log') faults.push(`${path}: thiếu`)
    } else if (file.length !== bytes || hex(file) !== expected) faults.push(`${path}: đã bị sửa`)
  }
  const own = new Set<string>(Object.values(packageNames))
  for (const path of files.keys())
    if (!own.has(path) && !listed.some((file) => file.path === path)) faults.push(`${path}: không có trong bản kê`)
}

/** What the log mentions of what was received, as far as it is checked here. */
interface LoggedBody {
  data: { papers?: { sha256: string }[]; answersSha256?: string | null }
}

function checkLog({ faults }: CheckedPackage, { dossier, log, files: listed }: Manifest, files: Files): void {
  const path = listed.find(({ role }) => role === 'log')?.path
  const bytes = path && files.get(path)
  if (!bytes) {
    // A file of the manifest that is not there was named already.
    if (!path) faults.push('bản kê không có nhật ký')

    return
  }
  const bodies = bytes.toString('utf8').split('\n').slice(0, -1)
  let hash: Buffer = Buffer.alloc(0)
  const links = bodies.map((body, index) => {
    hash = sha256(Buffer.concat([hash, Buffer.from(body)]))

    return { seq: index + 1, body, hash }
  })
  if (bodies.some((body) => parseJson(Buffer.from(body)) === undefined)) {
    faults.push('nhật ký không đọc được')

    return
  }
  const broken = brokenLink(dossier.id, links, { seq: log.events, hash: Buffer.from(log.head, 'hex') })
  if (broken) faults.push(`nhật ký không liền mạch ở bước ${broken.seq}`)
  const received = new Set(
    bodies.flatMap((body) => ((JSON.parse(body) as LoggedBody).data.papers ?? []).map((paper) => paper.sha256)),
  )
  for (const { path: paper, role, receivedSha256 } of listed)
    if (role === 'paper' && !(receivedSha256 && received.has(receivedSha256)))
      faults.push(`${paper}: nhật ký không ghi nhận giấy tờ này`)
}

const hex = (bytes: Buffer): string => sha256(bytes).toString('hex')

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
