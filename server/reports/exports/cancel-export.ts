import { and, eq, inArray } from 'drizzle-orm'
import { exportJobs } from '#db/schema/reports.ts'
import { withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { findExport } from './read-exports.ts'

/** Stops a file in the making: the worker sees it before its next rows. A finished one loses its file instead. */
export async function cancelExport(
  deps: Pick<Deps, 'pool' | 'store' | 'now'>,
  accountId: string,
  id: string,
): Promise<void> {
  const job = await findExport(deps, accountId, id)
  await withTx(deps.pool, {}, (tx) =>
    tx
      .update(exportJobs)
      .set({ state: 'cancelled', endedAt: deps.now() })
      .where(and(eq(exportJobs.id, id), inArray(exportJobs.state, ['waiting', 'running', 'done']))),
  )
  if (job.fileId) await deps.store.removeQuarantined(job.fileId)
}
