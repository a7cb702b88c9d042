import { readFileSync } from 'node:fs'
import { buildCalendar } from '#shared/sla/calendar.ts'
import { parseCalendarCsv } from '#shared/sla/calendar-csv.ts'

/** The calendar that ships with the desk. */
export const national = parseCalendarCsv(
  readFileSync(new URL('../../db/reference/calendar-vietnam.csv', import.meta.url), 'utf8'),
)
export const vietnam = buildCalendar(national, { unit: '18673', province: '42', knownAt: 'all' })

/** `at('2026-11-20 16:40')` is that minute in Việt Nam; seconds may follow. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+07:00`)
}

/** `Fri 2026-11-20 16:40` in Việt Nam, so that a failing table reads like the rules. */
export function local(instant: Date): string {
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  const shifted = new Date(instant.getTime() + 7 * 3_600_000)

  return `${weekday[shifted.getUTCDay()]} ${shifted.toISOString().slice(0, 16).replace('T', ' ')}`
}
