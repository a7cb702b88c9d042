import type { Pool } from 'pg'
import { type LiveCount, liveCounts, type SlaGrouping } from '#shared/reports/schemas.ts'
import { filedWithin, openConditions, openEver, type SlaFilter, slaParameters } from './sla-filters.ts'

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

/** How open dossiers stand at one instant: those filed within a period by the key of a grouping, and all of them. */
interface Open {
  filedWithin: Map<string, OpenCounts>
  ever: OpenCounts
}

/** From the dossiers themselves, read once: what time alone changes is in no rollup. */
export async function countOpen(
  pool: Pool,
  filter: SlaFilter,
  by: SlaGrouping,
  { newest, now }: { newest: string; now: Date },
): Promise<Open> {
  const { rows } = await pool.query<OpenCounts & { key: string; is_within: boolean }>(
    `select ${keyOf[by]} as key, ${filedWithin} as is_within, ${counts} from dossiers where ${openEver} group by 1, 2`,
    [...slaParameters(filter), newest, now],
  )

  return {
    filedWithin: new Map(rows.flatMap(({ key, is_within, ...open }) => (is_within ? [[key, open]] : []))),
    ever: addUpOpen(rows),
  }
}

export const addUpOpen = (rows: Iterable<OpenCounts>): OpenCounts => {
  const total = Object.fromEntries(liveCounts.map((measure) => [measure, 0])) as OpenCounts
  for (const row of rows) for (const measure of liveCounts) total[measure] += row[measure]

  return total
}
