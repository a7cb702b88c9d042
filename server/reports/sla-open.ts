import type { Pool } from 'pg'
import { type LiveCount, liveCounts, type SlaGrouping } from '#shared/reports/schemas.ts'
import { openConditions, openWhere, type SlaFilter, slaParameters } from './sla-filters.ts'

export type OpenCounts = Record<LiveCount, number>

const keyOf: Record<SlaGrouping, string> = {
  unit: `$8 || '/' || unit_code`,
  procedure: 'procedure',
  channel: 'channel',
  month: `to_char(filed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`,
  officer: `coalesce(holder_id::text, 'none')`,
}

const counts = liveCounts
  .map((measure) => `count(*) filter (where ${openConditions[measure]})::integer as ${measure}`)
  .join()

/** How the open dossiers stand at `now`, from the dossiers themselves: what time alone changes is in no rollup. */
export async function countOpen(
  pool: Pool,
  filter: SlaFilter,
  by: SlaGrouping,
  { newest, now }: { newest: string; now: Date },
): Promise<Map<string, OpenCounts>> {
  const { rows } = await pool.query<OpenCounts & { key: string }>(
    `select ${keyOf[by]} as key, ${counts} from dossiers where ${openWhere} group by 1`,
    [...slaParameters(filter), newest, now],
  )

  return new Map(rows.map(({ key, ...open }) => [key, open]))
}

export const addUpOpen = (rows: Iterable<OpenCounts>): OpenCounts => {
  const total = Object.fromEntries(liveCounts.map((measure) => [measure, 0])) as OpenCounts
  for (const row of rows) for (const measure of liveCounts) total[measure] += row[measure]

  return total
}
