import type { Pool } from 'pg'
import { bucketOf } from '#shared/reports/buckets.ts'
import { officerDays } from '#shared/reports/schemas.ts'
import { type CellSum, cellCounts, cellMinutes } from '#shared/reports/sla-cells.ts'
import { dayAfter } from '#shared/reports/sla-periods.ts'
import { unitKey, unitOfNow } from '#shared/reports/sla-units.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import type { Counted } from './sla-cells.ts'
import { factConditions, factsWhere, type SlaFilter, slaParameters } from './sla-filters.ts'

/**
 * By officer there is no rollup: it would make every cell five, for a question that one commune's head asks about the
 * last weeks. It is counted over the facts, within one commune and a quarter.
 */
export function refuseWideOfficers({ reference }: Pick<Deps, 'reference'>, { units, from, to }: SlaFilter): void {
  const directory = reference.directory()
  if (new Set(units.map((ref) => unitKey(unitOfNow(directory, ref)))).size > 1)
    throw invalid([
      { parameter: 'unit', detail: 'Thống kê theo cán bộ chỉ xem được trong một xã, phường: hãy chọn đơn vị.' },
    ])
  if (dayAfter(from, officerDays) <= to)
    throw invalid([
      {
        parameter: 'from',
        detail: `Thống kê theo cán bộ chỉ xem được trong ${officerDays} ngày: hãy chọn kỳ ngắn hơn.`,
      },
    ])
}

const sums = [
  ...cellCounts.map((count) => `count(*) filter (where ${factConditions[count]})::integer as ${count}`),
  ...cellMinutes.map((minutes) => `sum(${minutes})::float8 as ${minutes}`),
].join()

/** What the facts of a filter say, by the officer who has or last had each dossier; `none` where nobody ever had. */
export async function countOfficers(pool: Pool, filter: SlaFilter): Promise<Map<string, Counted>> {
  const { rows } = await pool.query<Record<CellSum, number> & { key: string; minutes: number[] }>(
    `select coalesce(officer_id::text, 'none') as key, ${sums},
       coalesce(array_agg(working_minutes) filter (where working_minutes is not null), '{}') as minutes
     from sla_facts where ${factsWhere} group by 1`,
    slaParameters(filter),
  )

  return new Map(rows.map(({ key, minutes, ...counted }) => [key, { sums: counted, times: timesOf(minutes) }]))
}

function timesOf(minutes: readonly number[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const each of minutes) times.set(bucketOf(each), (times.get(bucketOf(each)) ?? 0) + 1)

  return times
}

/** Names of accounts, for the head of the unit who knows them. */
export async function officerNames(
  { pool }: Pick<Deps, 'pool'>,
  ids: readonly string[],
): Promise<Map<string, Bilingual>> {
  const rows = await withTx(pool, {}, (tx) =>
    tx.statement<{ id: string; name: string }>('select id, name from accounts where id = any ($1::uuid[])', [ids]),
  )

  return new Map(rows.map(({ id, name }) => [id, { vi: name, en: name }]))
}
