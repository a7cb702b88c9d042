import { createHash } from 'node:crypto'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { documents, dossierAnswers, dossierEvents } from '#db/schema/dossiers.ts'
import { papers, uploads } from '#db/schema/papers.ts'
import type { ManifestFile } from '#shared/archive/manifest.ts'
import type { PaperType } from '#shared/papers/schemas.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

/** Everything of a dossier that is sealed, and where its log ends. */
export interface Collected {
  files: ManifestFile[]
  log: { events: number; head: string }
}

const extensions: Readonly<Record<PaperType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/**
 * Gathers a dossier's files for sealing. Log and answers go into the store as files of their own; of papers and
 * documents, which lie there already, every byte is read again, so that nothing is sealed that had rotted on the disk.
 *
 * Nothing while a paper is still being cleaned. A paper that was refused is not in it: it was never kept.
 */
export async function collectFiles(
  { store }: Pick<Deps, 'store'>,
  tx: Tx,
  dossierId: string,
): Promise<Collected | undefined> {
  const log = await keepLog(store, tx, dossierId)
  const answers = await keepAnswers(store, tx, dossierId)
  const received = await tx
    .select({ kind: papers.kind, upload: uploads })
    .from(papers)
    .innerJoin(uploads, eq(uploads.id, papers.id))
    .where(eq(papers.dossierId, dossierId))
    .orderBy(asc(papers.round), asc(papers.id))
  if (received.some(({ upload }) => upload.status === 'quarantine')) return undefined
  const made = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.dossierId, dossierId), isNotNull(documents.sha256)))
    .orderBy(asc(documents.madeAt), asc(documents.id))

  const files = [log.file, ...answers]
  for (const [index, { form, number, sha256 }] of made.entries())
    files.push({
      path: `documents/${inTwoDigits(index)}-${safe(form)}${number ? `-${safe(number)}` : ''}.pdf`,
      role: 'document',
      type: 'application/pdf',
      sha256,
      bytes: await checkedSize(store, sha256),
      form,
      ...(number && { number }),
    })
  for (const [index, { kind, upload }] of received.entries()) {
    if (!upload.storedSha256 || !upload.storedType) continue
    files.push({
      path: `papers/${inTwoDigits(index)}-${safe(kind)}.${extensions[upload.storedType]}`,
      role: 'paper',
      type: upload.storedType,
      sha256: upload.storedSha256,
      bytes: await checkedSize(store, upload.storedSha256),
      receivedSha256: upload.sha256,
    })
  }

  return { files, log: { events: log.events, head: log.head } }
}

/** The log as lines of its exact bytes: whoever hashes them one after the other comes to the same head. */
async function keepLog(store: Deps['store'], tx: Tx, dossierId: string) {
  const rows = await tx
    .select({ body: dossierEvents.body, hash: dossierEvents.hash })
    .from(dossierEvents)
    .where(eq(dossierEvents.dossierId, dossierId))
    .orderBy(asc(dossierEvents.seq))
  const kept = await store.keep(Buffer.from(rows.map(({ body }) => `${body}\n`).join('')))
  const file: ManifestFile = { path: 'log.jsonl', role: 'log', type: 'application/jsonl', ...kept }

  return { file, events: rows.length, head: rows.at(-1)?.hash.toString('hex') ?? '' }
}

async function keepAnswers(store: Deps['store'], tx: Tx, dossierId: string): Promise<ManifestFile[]> {
  const rows = await tx
    .select()
    .from(dossierAnswers)
    .where(eq(dossierAnswers.dossierId, dossierId))
    .orderBy(asc(dossierAnswers.number))
  const files: ManifestFile[] = []
  for (const { number, sealed } of rows)
    files.push({
      path: `answers/${number}.sealed`,
      role: 'answers',
      type: 'application/octet-stream',
      ...(await store.keep(sealed)),
    })

  return files
}

/** The size of a stored file whose bytes still have their hash. */
async function checkedSize(store: Deps['store'], sha256: string): Promise<number> {
  const file = await store.read(sha256)
  if (!file) throw new Error(`the stored file ${sha256} is missing`)
  const hash = createHash('sha256')
  for await (const chunk of file.stream as AsyncIterable<Buffer>) hash.update(chunk)
  if (hash.digest('hex') !== sha256) throw new Error(`the stored file ${sha256} is damaged`)

  return file.bytes
}

const inTwoDigits = (index: number): string => String(index + 1).padStart(2, '0')
const safe = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'x'
