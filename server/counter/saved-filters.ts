import { and, asc, eq, or } from 'drizzle-orm'
import * as z from 'zod/mini'
import { savedFilters } from '#db/schema/counter.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { type QueueFilter, queueFilter, type SavedFilterInput, type SavedFilterView } from '#shared/counter/schemas.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { forbidden, notFound } from '../platform/problem.ts'
import { unitOf } from './queue-page.ts'
import { searchDossiers, searchLimit } from './search-dossiers.ts'

/** Filters belong to where one is posted, which for a supervisor is the province and no commune. */
const scopeOf = (actor: StaffActor) => ({ units: [actor.unit] })

/** The filters that I made and those that colleagues share, each with how many dossiers it shows right now. */
export async function listFilters(
  deps: Pick<Deps, 'pool' | 'keys' | 'now'>,
  actor: StaffActor,
  unit: string | undefined,
): Promise<SavedFilterView[]> {
  const rows = await withTx(deps.pool, scopeOf(actor), (tx) =>
    tx
      .select()
      .from(savedFilters)
      .where(
        and(
          eq(savedFilters.unitCode, actor.unit),
          or(eq(savedFilters.isShared, true), eq(savedFilters.accountId, actor.accountId)),
        ),
      )
      .orderBy(asc(savedFilters.createdAt)),
  )

  return Promise.all(
    rows.map(async ({ id, name, query, isShared, accountId, ownerName }) => {
      const filter = readFilter(query)
      const counted = await countFilter(deps, actor, filter, unit)

      return { id, name, filter, isShared, isMine: accountId === actor.accountId, owner: ownerName, ...counted }
    }),
  )
}

/** Keeps a filter under an id that the browser made, so that sending it twice keeps one. Only its owner changes it. */
export async function saveFilter(
  { pool, now, wake }: Pick<Deps, 'pool' | 'now' | 'wake'>,
  actor: StaffActor,
  id: string,
  { name, filter, isShared }: SavedFilterInput,
): Promise<void> {
  await withTx(pool, scopeOf(actor), async (tx) => {
    const [before] = await tx.select().from(savedFilters).where(eq(savedFilters.id, id))
    if (before && before.accountId !== actor.accountId) throw forbidden('Chỉ người tạo bộ lọc mới sửa được.')
    const kept = { name, isShared, query: writeFilter(filter) }
    await tx
      .insert(savedFilters)
      .values({
        id,
        unitCode: actor.unit,
        accountId: actor.accountId,
        ownerName: actor.name,
        createdAt: now(),
        ...kept,
      })
      .onConflictDoUpdate({ target: savedFilters.id, set: kept })
  })
  wake.send(actor.unit)
}

/** Takes a filter away, for everybody who saw it. */
export async function deleteFilter({ pool, wake }: Pick<Deps, 'pool' | 'wake'>, actor: StaffActor, id: string) {
  const gone = await withTx(pool, scopeOf(actor), (tx) =>
    tx
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, id), eq(savedFilters.accountId, actor.accountId)))
      .returning({ id: savedFilters.id }),
  )
  if (gone.length === 0) throw notFound('Không có bộ lọc này, hoặc người khác đã tạo nó.')
  wake.send(actor.unit)
}

/** A count is the same question as the list behind it, or it would lie. */
async function countFilter(
  deps: Pick<Deps, 'pool' | 'keys' | 'now'>,
  actor: StaffActor,
  { view, due, procedure, q }: QueueFilter,
  asked: string | undefined,
): Promise<{ count: number; isAtLeast: boolean }> {
  const unit = unitOf(actor, asked)
  if (q) {
    const { items } = await searchDossiers(deps, actor, { unit, procedure, q })

    return { count: items.length, isAtLeast: items.length === searchLimit }
  }
  const rows = await withTx(deps.pool, { units: actor.units }, (tx) =>
    tx.statement<{ count: number }>(
      `select count(*)::integer as count from dossiers
       where unit_code = $1 and ($2::text is null or procedure = $2)
         and case when $3::text in ('ended', 'to_hand_over') then is_ended and ($3 = 'ended' or state = 'resolved')
           else not is_ended and delivered_at is not null and desk_in_view($3, state, holder_id, $4::uuid) end
         and case $5::text when 'overdue' then next_due_at < $6
           when 'soon' then due_soon_at <= $6 and next_due_at >= $6 else true end`,
      [unit, procedure ?? null, view, actor.accountId, due ?? null, deps.now()],
    ),
  )

  return { count: one(rows).count, isAtLeast: false }
}

const writeFilter = (filter: QueueFilter) =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined)).toString()

const readFilter = (query: string) => z.parse(queueFilter, Object.fromEntries(new URLSearchParams(query)))
