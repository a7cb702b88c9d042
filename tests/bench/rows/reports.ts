import { createHash, randomBytes } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { BenchDesk } from '../bench-desk.ts'
import { machineLine } from '../machine.ts'
import { measureClosing } from '../reports/closing.ts'
import { measureFilingBeside } from '../reports/filing-beside.ts'
import { growTo } from '../reports/generate.ts'
import { drawGrowth } from '../reports/growth-curve.ts'
import { measureYearReport, type Point, yearReportResults } from '../reports/year-report.ts'
import type { Bench, Row } from '../row.ts'
import type { Result } from '../sample.ts'

/** With log, indexes and what sorting needs for a while; measured at a million. */
const bytesEach = 5_000

/**
 * Rows 8, 9 and 10 stand on the same generated province: the year's report as it grows, closing with the rollup kept,
 * and filing while the report is read.
 */
export const reportsRow: Row = {
  number: 8,
  title:
    'Reports: the province’s year as dossiers grow (8), closing with the rollup kept (9), filing beside the report (10)',
  async run({ options, ground, database, say }: Bench) {
    await using desk = await ground.openDesk()
    const supervisor = await signInSupervisor(desk)
    const points: Point[] = []
    const sizes = await thoseThatFit(options.dossiers, say)
    for (const [index, dossiers] of sizes.entries()) {
      const start = performance.now()
      await growTo(desk, sizes[index - 1] ?? 0, dossiers)
      const generated = (performance.now() - start) / 1000
      const point = await measureYearReport(desk, supervisor, { dossiers, rounds: options.rounds })
      points.push(point)
      say(
        `${dossiers} dossiers (generated in ${Math.round(generated)} s), ${(point.bytes / 1e9).toFixed(1)} GB, ${point.cells} cells: ` +
          `report ${point.report.median.toFixed(1)} ms, GROUP BY ${point.groupBy.median.toFixed(0)} ms`,
      )
    }
    const drawn = await drawGrowth(points, machineLine(ground.postgres))
    if (drawn) say(`the curve is in ${drawn}`)
    const beside = await measureFilingBeside(desk, supervisor, { ...options, say })
    const closing = await measureClosing(desk, database, { ...options, say })

    return [...yearReportResults(points), ...closing, beside] satisfies Result[]
  },
}

/** Sizes for which there is disk; says so of the others. */
async function thoseThatFit(sizes: readonly number[], say: (message: string) => void): Promise<number[]> {
  const { bavail, bsize } = await statfs(tmpdir())
  const free = bavail * bsize
  const fitting = sizes.filter((dossiers) => dossiers * bytesEach < free).sort((a, b) => a - b)
  for (const dossiers of sizes.filter((each) => !fitting.includes(each)))
    say(
      `${dossiers} dossiers are left out: they need about ${Math.round((dossiers * bytesEach) / 1e9)} GB, free are ${Math.round(free / 1e9)}`,
    )
  if (fitting.length === 0) throw new Error('no disk for any of the sizes')

  return fitting
}

/** A session of the province's supervisor, without the password check. */
async function signInSupervisor({ admin }: BenchDesk): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await admin.query(
    `insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at)
     select $1, id, now(), now(), now() + interval '12 hours' from accounts where role = 'supervisor' order by username limit 1`,
    [createHash('sha256').update(token).digest()],
  )

  return `quay_session=${token}`
}
