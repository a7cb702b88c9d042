import type { BenchDesk } from '../bench-desk.ts'
import { Connection, encode } from '../http-load.ts'
import { inTurns, type Result, type Sample, sampleOf } from '../sample.ts'

/** What one size of the data gave. */
export interface Point {
  dossiers: number
  bytes: number
  cells: number
  /** Milliseconds. */
  report: Sample
  groupBy: Sample
}

const dayMs = 86_400_000
const localDay = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)

/** The province's last year by commune: the report that costs most. */
export const yearReport = (cookie: string): Buffer =>
  encode('GET', `/api/reports/sla?by=unit&from=${localDay(Date.now() - 364 * dayMs)}&to=${localDay(Date.now())}`, {
    cookie,
  })

/** The same figures without a rollup: one statement over all dossiers, as PostgreSQL answers it. */
const groupBy = `
  select unit_code, count(*), count(*) filter (where accepted_at is not null), count(*) filter (where is_ended),
    count(*) filter (where verdict = 'early'), count(*) filter (where verdict = 'on_time'), count(*) filter (where verdict = 'late'),
    count(*) filter (where supplements > 1), count(*) filter (where not is_ended),
    count(*) filter (where not is_ended and next_due_at < now()),
    percentile_disc(array[0.5, 0.9]) within group (order by working_minutes)
  from dossiers where filed_at >= now() - interval '365 days' group by unit_code`

/** The report on its real route, beside the statement, on the data as it stands. */
export async function measureYearReport(
  desk: BenchDesk,
  cookie: string,
  { dossiers, rounds }: { dossiers: number; rounds: number },
): Promise<Point> {
  const request = yearReport(cookie)
  const report = async (connection: Connection) => {
    const start = performance.now()
    const { status, body } = await connection.send(request)
    const took = performance.now() - start
    const view = JSON.parse(body.toString()) as { totals?: { received: number } }
    if (status !== 200 || (view.totals?.received ?? 0) < dossiers * 0.99)
      throw new Error(`the report answered ${status} with ${view.totals?.received} of ${dossiers} dossiers`)

    return took
  }
  const statement = async () => {
    const start = performance.now()
    await desk.admin.query(groupBy)

    return performance.now() - start
  }
  // The report is short: the middle of several tells more than one. A connection of their own, because the desk closes
  // one that says nothing for as long as the statement takes over ten millions.
  const several = async (count: number) => {
    const connection = await Connection.open(desk.address)
    const times: number[] = []
    for (let i = 0; i < count; i += 1) times.push(await report(connection))
    connection.close()

    return sampleOf(times).median
  }
  await statement()
  await several(5)
  const { limits, desks } = await inTurns(rounds, statement, () => several(9))
  const { rows } = await desk.admin.query<{ bytes: string; cells: number }>(
    'select pg_database_size(current_database()) as bytes, (select count(*)::integer from sla_cells) as cells',
  )

  return {
    dossiers,
    bytes: Number(rows[0]?.bytes),
    cells: rows[0]?.cells ?? 0,
    report: sampleOf(desks),
    groupBy: sampleOf(limits),
  }
}

const million = (dossiers: number) => `${(dossiers / 1e6).toLocaleString('en', { maximumFractionDigits: 2 })} M`

/** Each size against GROUP BY, and the largest against the smallest. */
export function yearReportResults(points: readonly Point[]): Result[] {
  const [first] = points
  const last = points.at(-1)
  const beside = points.map(
    ({ dossiers, report, groupBy: limit }): Result => ({
      row: 8,
      work: `province-year report, ${million(dossiers)} dossiers`,
      unit: 'ms',
      limit: { name: 'GROUP BY', sample: limit },
      desk: report,
      reach: { value: 0.03, better: 'less' },
    }),
  )
  if (!first || !last || first === last) return beside

  return [
    ...beside,
    {
      row: 8,
      work: `the same, ${million(last.dossiers)} over ${million(first.dossiers)}`,
      unit: 'ms',
      limit: { name: million(first.dossiers), sample: first.report },
      desk: last.report,
      reach: { value: 2, better: 'less' },
    },
  ]
}
