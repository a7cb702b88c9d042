import { Readable } from 'node:stream'
import { and, eq, inArray } from 'drizzle-orm'
import { inbox, outbox } from '#db/schema/outbox.ts'
import { exportJobs } from '#db/schema/reports.ts'
import { withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { newId } from '../../platform/ids.ts'
import { ProblemError } from '../../platform/problem.ts'
import { TooLarge } from '../../platform/store.ts'
import { type ExportFile, exportFile } from './export-files.ts'
import type { ExportJob } from './read-exports.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now' | 'store' | 'config'>

const mostBytes = 512 * 1024 * 1024

class Cancelled extends Error {}

/**
 * Makes the file that was asked for, row after row into the store, so that memory does not grow with it.
 *
 * Safe to run again after a crash: each attempt writes a file of its own and only the finished one is named. The
 * file lies where unused uploads lie, and goes with them after a day.
 */
export async function runExport(deps: Needs, outboxId: string, exportId: string): Promise<void> {
  const job = await begin(deps, exportId)
  if (job) await make(deps, job)
  await withTx(deps.pool, {}, async (tx) => {
    await tx
      .insert(inbox)
      .values({ outboxId: BigInt(outboxId), doneAt: deps.now() })
      .onConflictDoNothing()
    await tx
      .update(outbox)
      .set({ doneAt: deps.now() })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
}

/** Undefined when it was cancelled or is done already. */
async function begin({ pool }: Needs, id: string): Promise<ExportJob | undefined> {
  const [job] = await withTx(pool, {}, (tx) =>
    tx
      .update(exportJobs)
      .set({ state: 'running', rowsDone: 0, rowsTotal: null })
      .where(and(eq(exportJobs.id, id), inArray(exportJobs.state, ['waiting', 'running'])))
      .returning(),
  )

  return job
}

async function make(deps: Needs, job: ExportJob): Promise<void> {
  const fileId = newId()
  try {
    const file = exportFile(deps, job)
    const { bytes } = await deps.store.receive(fileId, Readable.from(counted(deps, job.id, file)), mostBytes)
    const wasFinished = await set(deps, job.id, {
      state: 'done',
      fileId,
      fileName: file.name,
      bytes,
      endedAt: deps.now(),
    })
    if (!wasFinished) await deps.store.removeQuarantined(fileId)
  } catch (error) {
    if (error instanceof Cancelled) return
    // What can never succeed is said at once; anything else rises, and the queue tries again.
    if (!(error instanceof ProblemError) && !(error instanceof TooLarge)) throw error
    await set(deps, job.id, { state: 'failed', endedAt: deps.now() })
  }
}

/** Passes the pieces on, tells how far it is, and stops when the asker has cancelled. */
async function* counted(deps: Needs, id: string, file: ExportFile): AsyncGenerator<Buffer> {
  const rowsTotal = await file.total()
  let rowsDone = 0
  if (!(await set(deps, id, { rowsTotal }))) throw new Cancelled()
  for await (const { bytes, rows } of file.pieces()) {
    yield bytes
    rowsDone += rows
    if (!(await set(deps, id, { rowsDone, rowsTotal: Math.max(rowsTotal, rowsDone) }))) throw new Cancelled()
  }
}

/** Writes to a job that still runs; false when it does not. */
async function set({ pool }: Needs, id: string, values: Partial<ExportJob>): Promise<boolean> {
  const changed = await withTx(pool, {}, (tx) =>
    tx
      .update(exportJobs)
      .set(values)
      .where(and(eq(exportJobs.id, id), eq(exportJobs.state, 'running')))
      .returning({ id: exportJobs.id }),
  )

  return changed.length > 0
}
