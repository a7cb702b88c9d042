import { and, desc, eq } from 'drizzle-orm'
import { exportJobs } from '#db/schema/reports.ts'
import type { ExportView } from '#shared/reports/exports-schemas.ts'
import { withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { notFound } from '../../platform/problem.ts'

export type ExportJob = typeof exportJobs.$inferSelect

const shown = 30

/** A job of this account; another's does not exist for it. */
export async function findExport({ pool }: Pick<Deps, 'pool'>, accountId: string, id: string): Promise<ExportJob> {
  const [job] = await withTx(pool, {}, (tx) =>
    tx
      .select()
      .from(exportJobs)
      .where(and(eq(exportJobs.id, id), eq(exportJobs.accountId, accountId))),
  )
  if (!job) throw notFound('Không có tệp này.')

  return job
}

/** What this account asked for, the newest first. */
export async function listExports({ pool }: Pick<Deps, 'pool'>, accountId: string): Promise<ExportView[]> {
  const jobs = await withTx(pool, {}, (tx) =>
    tx
      .select()
      .from(exportJobs)
      .where(eq(exportJobs.accountId, accountId))
      .orderBy(desc(exportJobs.createdAt), desc(exportJobs.id))
      .limit(shown),
  )

  return jobs.map(toExportView)
}

export const toExportView = (job: ExportJob): ExportView => ({
  id: job.id,
  order: job.order,
  state: job.state,
  rowsDone: job.rowsDone,
  rowsTotal: job.rowsTotal,
  fileName: job.fileName,
  bytes: job.bytes,
  createdAt: job.createdAt,
  endedAt: job.endedAt,
  href: job.state === 'done' ? `/api/exports/${job.id}/file` : null,
})
