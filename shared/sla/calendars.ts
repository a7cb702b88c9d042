import { buildCalendar, type CalendarBook, knownFrom, type WorkingCalendar } from './calendar.ts'

/** The calendar of one unit, as known at one instant or with all that was ever recorded. */
export type CalendarOf = (unit: string, knownAt: Date | 'all') => WorkingCalendar

/**
 * Looks calendars up in a book, building each one once.
 *
 * Between two announcements every instant knows the same entries, and all units of a province without entries of
 * their own share one calendar, so that a whole log of ended dossiers needs only a few. Make a new one when the
 * book grows.
 */
export function calendarsOf(book: CalendarBook, provinceOf: (unit: string) => string): CalendarOf {
  const moments = [...new Set(book.entries.map((entry) => knownFrom(entry).getTime()))].sort((a, b) => a - b)
  const unitsWithEntries = new Set(book.entries.flatMap(({ scope }) => (scope.level === 'unit' ? [scope.code] : [])))
  const built = new Map<string, WorkingCalendar>()

  return (unit, knownAt) => {
    const known = knownAt === 'all' ? moments.length : moments.filter((moment) => moment <= knownAt.getTime()).length
    const province = provinceOf(unit)
    const key = `${known} ${province} ${unitsWithEntries.has(unit) ? unit : ''}`
    const calendar = built.get(key) ?? buildCalendar(book, { unit, province, knownAt })
    built.set(key, calendar)

    return calendar
  }
}
