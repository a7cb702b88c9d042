import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareRules } from '#shared/tickets/compare-rules.ts'
import { monthOfVisits } from '#shared/tickets/month-of-visits.ts'
import { drawWaits } from './line-picture.ts'
import { lineTable } from './line-table.ts'

const folder = fileURLToPath(new URL('../../docs/tickets/', import.meta.url))
const counters = 2
const seed = 2026

/** The month's page and picture, as `docs/tickets` holds them; the same on every machine. */
export function lineSimulation(): { page: string; picture: string } {
  const visits = monthOfVisits(seed)
  const results = compareRules(visits, counters)

  return { page: lineTable(visits, results, { counters, seed }), picture: drawWaits(results) }
}

/** Writes what a month of visits is like under the desk's rule and under two others. */
export async function runLineSimulation(): Promise<void> {
  const { page, picture } = lineSimulation()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'month.md'), page)
  await writeFile(join(folder, 'month.svg'), picture)
  process.stdout.write(page)
}
