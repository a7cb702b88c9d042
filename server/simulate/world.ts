import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { type ProcedureCode, type ProcedureVersion, procedureCodes } from '#shared/catalogue/types.ts'
import { buildCalendar } from '#shared/sla/calendar.ts'
import { parseCalendarCsv } from '#shared/sla/calendar-csv.ts'
import { unitSearchView } from '#shared/units/schemas.ts'
import type { Browser } from './desk-client.ts'
import { formerDistricts, placesFrom } from './places.ts'
import type { World } from './plan.ts'

const nationalCalendar = new URL('../../db/reference/calendar-vietnam.csv', import.meta.url)

/** The desk passes its own data on whole; that it is a version at all is seen from its code and example. */
const described = z.custom<ProcedureVersion>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && 'example' in value,
)

/** Asks the desk for its communes, by the former districts, and for its procedures; the calendar is the nation's. */
export async function readWorld(browser: Browser, seed: number): Promise<World> {
  const found = await Promise.all(
    formerDistricts.map((district) =>
      browser.send(unitSearchView, 'GET', `/api/units?q=${encodeURIComponent(district)}&limit=50`),
    ),
  )
  const procedures = await Promise.all(
    procedureCodes.map(
      async (code): Promise<[ProcedureCode, ProcedureVersion]> => [
        code,
        await browser.send(described, 'GET', `/api/procedures/${code}`),
      ],
    ),
  )
  const book = parseCalendarCsv(await readFile(nationalCalendar, 'utf8'))

  return {
    calendar: buildCalendar(book, { unit: '', province: '', knownAt: 'all' }),
    places: placesFrom(
      found.flatMap(({ items }) => items),
      seed,
    ),
    procedures: new Map(procedures),
  }
}
