import { formatLocalDate, type LocalDate, parseLocalDate, weekdayOf } from '#shared/sla/minutes.ts'

/** The weeks of a month from Monday to Sunday; null where the month has no day. `month` is 1 to 12. */
export function weeksOf(year: number, month: number): (LocalDate | null)[][] {
  const first = parseLocalDate(`${year}-${String(month).padStart(2, '0')}-01`)
  const prefix = formatLocalDate(first).slice(0, 7)
  const weeks: (LocalDate | null)[][] = []
  for (let monday = first - weekdayOf(first); formatLocalDate(monday).slice(0, 7) <= prefix; monday += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, weekday) => {
        const date = formatLocalDate(monday + weekday)

        return date.startsWith(prefix) ? date : null
      }),
    )
  }

  return weeks
}
