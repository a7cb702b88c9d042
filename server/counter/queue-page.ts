import type { StaffActor } from '#shared/accounts/policy.ts'
import type { QueueQuery } from '#shared/dossiers/queue-schemas.ts'
import { cursorAfter, readCursor } from '../platform/cursor.ts'
import { one } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

const defaultLimit = 50

/** The unit whose queue is asked for: the own one, or for a supervisor one of the province's. */
export function unitOf(actor: StaffActor, asked: string | undefined): string {
  const unit = asked ?? actor.units[0]
  if (!unit || !actor.units.includes(unit)) throw notFound('Không có hàng chờ này, hoặc nó không thuộc đơn vị của bạn.')

  return unit
}

/** What makes a page of one unit the page it is, whoever asks; only a view of the own dossiers is each officer's own. */
export const pageName = (
  { accountId }: StaffActor,
  { view, procedure, dueBefore, cursor, limit }: QueueQuery,
): string => JSON.stringify([view ?? 'all', view === 'mine' ? accountId : null, procedure, dueBefore, cursor, limit])

/**
 * One page of a unit's queue as the text of its JSON: PostgreSQL builds it in one statement and it is passed on.
 *
 * The most urgent first; ended dossiers the latest first. `nextCursor` names the last row given.
 */
export async function queuePage({ pool }: Pick<Deps, 'pool'>, actor: StaffActor, query: QueueQuery): Promise<string> {
  const unit = unitOf(actor, query.unit)
  const after = readCursor(query.cursor)
  const { rows } = await pool.query<{ page: string; next_at: Date | null; next_id: string | null }>({
    name: 'queue-page',
    text: 'select page, next_at, next_id from desk_queue_page($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      actor.units.join(),
      unit,
      query.view ?? 'all',
      actor.accountId,
      query.procedure ?? null,
      query.dueBefore ?? null,
      after?.at ?? null,
      after?.id ?? null,
      query.limit ?? defaultLimit,
    ],
  })
  const { page, next_at: at, next_id: id } = one(rows)

  return at && id ? `{"items":${page},"nextCursor":"${cursorAfter(at, id)}"}` : `{"items":${page}}`
}
