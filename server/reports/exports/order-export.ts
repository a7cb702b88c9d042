import { and, eq, inArray, sql } from 'drizzle-orm'
import { exportJobs } from '#db/schema/reports.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { ExportOrder, ExportView } from '#shared/reports/exports-schemas.ts'
import { withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { newId } from '../../platform/ids.ts'
import { type Keyed, wasDone } from '../../platform/keyed.ts'
import { promise } from '../../platform/outbox.ts'
import { conflict, invalid, notFound } from '../../platform/problem.ts'
import { exportsQueue } from '../../platform/queues.ts'
import { reportScope } from '../report-scope.ts'
import { findExport, toExportView } from './read-exports.ts'

/** How many files one person may have in the making. */
const mostAtOnce = 3

/** Promises a file: the job and its place in the queue commit together, so that none is asked for and forgotten. */
export async function orderExport(
  deps: Pick<Deps, 'pool' | 'reference' | 'now' | 'wake'>,
  actor: StaffActor,
  keyed: Keyed,
  order: ExportOrder,
): Promise<ExportView> {
  refuseForeign(deps, actor, order)
  const at = deps.now()
  const id = newId()
  const isRepeated = await withTx(deps.pool, {}, async (tx) => {
    if (await wasDone(tx, keyed, null, at)) return true
    // One at a time for a person, or two requests at once would both find room.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.accountId}, 1))`)
    const open = await tx
      .select({ id: exportJobs.id })
      .from(exportJobs)
      .where(and(eq(exportJobs.accountId, actor.accountId), inArray(exportJobs.state, ['waiting', 'running'])))
    if (open.length >= mostAtOnce)
      throw conflict(
        problemTypes.tooMany,
        `Đang lập ${open.length} tệp cho tài khoản này. Hãy chờ một tệp xong, hoặc hủy bớt.`,
      )
    await tx.insert(exportJobs).values({
      id,
      accountId: actor.accountId,
      units: [...actor.units, actor.unit],
      order,
      state: 'waiting',
      createdAt: at,
    })
    await promise(tx, at, { topic: 'export', queue: exportsQueue, dossierId: null, body: { exportId: id } })

    return false
  })
  deps.wake.send('outbox')
  if (isRepeated) return newest(deps, actor.accountId)

  return toExportView(await findExport(deps, actor.accountId, id))
}

/** The same order under the same key: its answer is the job as it is now. */
async function newest({ pool }: Pick<Deps, 'pool'>, accountId: string): Promise<ExportView> {
  const [job] = await withTx(pool, {}, (tx) =>
    tx
      .select()
      .from(exportJobs)
      .where(eq(exportJobs.accountId, accountId))
      .orderBy(sql`created_at desc, id desc`)
      .limit(1),
  )
  if (!job) throw notFound('Không có tệp này.')

  return toExportView(job)
}

function refuseForeign(deps: Pick<Deps, 'reference' | 'now'>, actor: StaffActor, order: ExportOrder) {
  if (order.kind !== 'dossiers') {
    reportScope(deps, actor, order)

    return
  }
  if (order.from > order.to) throw invalid([{ pointer: '#/from', detail: 'Ngày đầu phải trước ngày cuối.' }])
  if (order.unit && order.unit !== actor.unit && !actor.units.includes(order.unit))
    throw notFound('Không có đơn vị này, hoặc nó không thuộc quyền xem của bạn.')
}
