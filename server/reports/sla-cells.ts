import type { Pool } from 'pg'
import { percentileOf } from '#shared/reports/buckets.ts'
import type { SlaFigures, SlaGrouping } from '#shared/reports/schemas.ts'
import { type CellGrain, type CellSum, cellSums } from '#shared/reports/sla-cells.ts'
import { cellsOf, type LocalPeriod } from '#shared/reports/sla-periods.ts'
import type { SlaFilter } from './sla-filters.ts'

/** Sums and working times of one row, still to be added to others. */
export interface Counted {
  sums: Record<CellSum, number>
  times: Map<number, number>
}

type Grouping = Exclude<SlaGrouping, 'officer'>

const keyOf: Record<Grouping, string> = {
  unit: `edition || '/' || unit_code`,
  procedure: 'procedure',
  channel: 'channel',
  month: `to_char(starts_on, 'YYYY-MM')`,
}

/** Arrays are strung together as text and added up here: `unnest` would make a row of each bucket of each cell. */
const statementFor = (by: Grouping) => `
  select ${keyOf[by]} as key, ${cellSums.map((sum) => `sum(${sum})::float8 as ${sum}`).join()},
    string_agg(time_buckets::text || time_counts::text, '') filter (where cardinality(time_buckets) > 0) as times
  from sla_cells
  where ((grain = $7 and starts_on = any ($1::date[])) or (grain = $8 and starts_on = any ($2::date[])))
    and unit_code = any ($4) and (edition, unit_code) in (select * from unnest($3::text[], $4::text[]))
    and ($5::text is null or procedure = $5) and ($6::text is null or channel = $6)
  group by 1`

/** What the cells of a period say, by the key of a grouping; communes by list and code. */
export async function countCells(
  pool: Pool,
  filter: SlaFilter,
  by: Grouping,
  period: LocalPeriod = filter,
): Promise<Map<string, Counted>> {
  const { months, days } = cellsOf(period)
  const isOfWholeUnits = (by === 'unit' || by === 'month') && filter.procedure === null && filter.channel === null
  const grains: CellGrain[] = isOfWholeUnits ? ['unit_month', 'unit_day'] : ['month', 'day']
  const { rows } = await pool.query<Record<CellSum, number> & { key: string; times: string | null }>(statementFor(by), [
    months,
    days,
    filter.units.map(({ edition }) => edition),
    filter.units.map(({ code }) => code),
    filter.procedure,
    filter.channel,
    ...grains,
  ])

  return new Map(
    rows.map(({ key, times, ...sums }) => [key, { sums, times: times ? readTimes(times) : new Map<number, number>() }]),
  )
}

const [opening, closing, zero] = ['{', '}', '0'].map((letter) => letter.charCodeAt(0)) as [number, number, number]

/** Adds up pairs of arrays as PostgreSQL writes them: `{66,70}{3,1}{66}{2}` is five dossiers in bucket 66, one in 70. */
function readTimes(text: string): Map<number, number> {
  const times = new Map<number, number>()
  const buckets: number[] = []
  let isCounts = true
  let at = 0
  let value = 0
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i)
    if (letter === opening) {
      isCounts = !isCounts
      at = 0
    } else if (letter >= zero && letter <= zero + 9) {
      value = value * 10 + letter - zero
      continue
    } else {
      // A comma or the closing brace ends a number.
      if (isCounts) times.set(buckets[at] as number, (times.get(buckets[at] as number) ?? 0) + value)
      else buckets[at] = value
      at += 1
      if (letter === closing) at = 0
    }
    value = 0
  }

  return times
}

/** The sum of rows; of none at all, zeros. */
export function addUp(rows: Iterable<Counted>): Counted {
  const total: Counted = {
    sums: Object.fromEntries(cellSums.map((sum) => [sum, 0])) as Record<CellSum, number>,
    times: new Map(),
  }
  for (const { sums, times } of rows) {
    for (const sum of cellSums) total.sums[sum] += sums[sum]
    for (const [bucket, count] of times) total.times.set(bucket, (total.times.get(bucket) ?? 0) + count)
  }

  return total
}

export function toFigures({ sums, times }: Counted): SlaFigures {
  return {
    received: sums.received,
    accepted: sums.accepted,
    ended: sums.ended,
    early: sums.early,
    onTime: sums.on_time,
    late: sums.late,
    lateOnArrival: sums.late_on_arrival,
    secondSupplements: sums.second_supplements,
    extended: sums.extended,
    officeMinutes: sums.office_minutes,
    residentMinutes: sums.resident_minutes,
    agencyMinutes: sums.agency_minutes,
    systemMinutes: sums.system_minutes,
    medianMinutes: percentileOf(times, 0.5),
    p90Minutes: percentileOf(times, 0.9),
  }
}
