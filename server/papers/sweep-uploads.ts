import { stat } from 'node:fs/promises'
import { and, inArray, isNull, lt, sql } from 'drizzle-orm'
import { archiveRecordFiles } from '#db/schema/archive.ts'
import { documents } from '#db/schema/dossiers.ts'
import { uploads } from '#db/schema/papers.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { storedPapersLock } from './clean-paper.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'store'>

const unusedHours = 24
const batchSize = 200

/**
 * Removes what nobody filed within a day: uploads that no dossier took, with their files, and files in quarantine
 * that no row waits for (a process died between receiving and storing, or between cleaning and removing).
 *
 * `at` is real time, as the uploads' age is. Returns how many rows and stray files went; may be repeated.
 */
export async function sweepUploads(deps: Needs, at = new Date()): Promise<{ rows: number; strays: number }> {
  const before = new Date(at.getTime() - unusedHours * 3_600_000)
  let rows = 0
  for (;;) {
    const swept = await sweepBatch(deps, before)
    rows += swept
    if (swept < batchSize) break
  }

  return { rows, strays: await sweepQuarantine(deps, before) }
}

/**
 * The files go before COMMIT: should it fail, the rows stay and the next sweep finds them again, whereas a file
 * without a row would lie there for ever with somebody's papers in it.
 */
async function sweepBatch({ pool, reportPool, store }: Needs, before: Date): Promise<number> {
  return withTx(pool, {}, async (tx) => {
    // Nobody may store the same bytes while it is decided that nothing names them.
    await tx.execute(sql`select pg_advisory_xact_lock(${storedPapersLock})`)
    const old = tx
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(isNull(uploads.dossierId), lt(uploads.createdAt, before)))
      .limit(batchSize)
      .for('update', { skipLocked: true })
    const gone = await tx
      .delete(uploads)
      .where(inArray(uploads.id, old))
      .returning({ id: uploads.id, stored: uploads.storedSha256 })
    for (const { id } of gone) await store.removeQuarantined(id)
    for (const sha256 of await unnamed(
      tx,
      reportPool,
      gone.flatMap(({ stored }) => stored ?? []),
    ))
      await store.remove(sha256)

    return gone.length
  })
}

/**
 * Those of these files that no other upload, no document and no scan of the archive has. Somebody may send the very slip that the desk made;
 * documents are read across communes, which row-level security forbids to everyone but reports.
 */
async function unnamed(tx: Tx, reportPool: Needs['reportPool'], files: string[]): Promise<string[]> {
  if (files.length === 0) return []
  const byUploads = await tx
    .select({ sha256: uploads.storedSha256 })
    .from(uploads)
    .where(inArray(uploads.storedSha256, files))
  const byOthers = await withTx(reportPool, {}, async (report) => [
    ...(await report.select({ sha256: documents.sha256 }).from(documents).where(inArray(documents.sha256, files))),
    ...(await report
      .select({ sha256: archiveRecordFiles.sha256 })
      .from(archiveRecordFiles)
      .where(inArray(archiveRecordFiles.sha256, files))),
  ])
  const named = new Set([...byUploads, ...byOthers].map(({ sha256 }) => sha256))

  return [...new Set(files)].filter((sha256) => !named.has(sha256))
}

async function sweepQuarantine({ pool, store }: Needs, before: Date): Promise<number> {
  let strays = 0
  for (const ids of inBatches((await store.quarantined()).filter((name) => uuid.test(name)))) {
    const waiting = await withTx(pool, {}, (tx) =>
      tx.select({ id: uploads.id, status: uploads.status }).from(uploads).where(inArray(uploads.id, ids)),
    )
    const waited = new Set(waiting.flatMap(({ id, status }) => (status === 'quarantine' ? [id] : [])))
    for (const id of ids) {
      if (waited.has(id)) continue
      const found = await stat(store.quarantinePath(id)).catch(() => undefined)
      if (!found || found.mtime >= before) continue
      await store.removeQuarantined(id)
      strays += 1
    }
  }

  return strays
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function* inBatches(ids: string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += batchSize) yield ids.slice(at, at + batchSize)
}
