import { readFile } from 'node:fs/promises'
import type { Manifest } from '#shared/archive/manifest.ts'
import { formatInstant } from '#shared/text/format.ts'
import { type CheckedPackage, checkPackage } from '../archive/check-package.ts'
import { readKeys } from './verify-receipt.ts'

export interface VerifyArchiveOptions {
  /** A saved answer of `GET /api/keys`: then nothing is asked of anybody. */
  keys?: string | undefined
  /** The desk whose keys are asked for; the package itself is not sent. */
  url: string
}

/**
 * `desk verify-archive FILE`: whether a package of the archive is whole and signed by the desk. Exit code 0 for one
 * that is both, 1 for any fault, 2 where its signature could not be judged because no keys were to be had.
 */
export async function runVerifyArchive(
  file: string | undefined,
  { keys, url }: VerifyArchiveOptions,
  out: { write(text: string): unknown } = process.stdout,
): Promise<number> {
  if (!file) {
    out.write('Cách dùng: npm run desk -- verify-archive GÓI.zip [--keys keys.json] [--url http://localhost:3000]\n')

    return 2
  }
  const known = await readKeys(keys, url).catch((error: Error) => {
    // A file that was named and cannot be read is a mistake; a desk that is not open is not.
    if (keys) throw error

    return undefined
  })
  const checked = await checkPackage(await readFile(file), known)
  out.write(`${sentences(checked).join('\n')}\n`)
  if (checked.faults.length > 0) return 1

  return checked.isSigned ? 0 : 2
}

function sentences({ manifest, isSigned, isOldKey, disposal, faults }: CheckedPackage): string[] {
  const about = manifest ? aboutOf(manifest) : []
  if (faults.length > 0) return ['KHÔNG HỢP LỆ:', ...faults.map((fault) => `  ${fault}`), ...about]

  return [
    isSigned
      ? 'Gói còn nguyên: mọi tệp, nhật ký và chữ ký của quầy đều khớp.'
      : 'Mọi tệp và nhật ký đều khớp. CHƯA kiểm tra chữ ký: không lấy được khóa của quầy (--keys keys.json, hoặc mở quầy).',
    ...(isOldKey ? ['Ký bằng khóa cũ của quầy.'] : []),
    ...(disposal
      ? [
          `Nội dung đã hủy theo danh mục số ${disposal.number}: ${disposal.proposedBy} đề nghị, ${disposal.decidedBy} ký ngày ${formatInstant(new Date(disposal.decidedAt))}. Còn nhật ký và bản kê.`,
        ]
      : []),
    ...about,
  ]
}

const aboutOf = ({ dossier, sealedAt, log, files, retention }: Manifest): string[] => [
  `Mã hồ sơ: ${dossier.code}, đơn vị ${dossier.unit}`,
  `Nộp ${formatInstant(new Date(dossier.filedAt))}, kết thúc ${formatInstant(new Date(dossier.endedAt))}, đóng gói ${formatInstant(new Date(sealedAt))}`,
  `Nhật ký ${log.events} bước, ${files.length} tệp; lưu ${retention.keepUntil ? `đến ${retention.keepUntil}` : 'vĩnh viễn'}`,
]
