import type { LocalDate } from '../sla/minutes.ts'

/** Whether a text is `YYYY-MM-DD` and that day exists: `2026-02-29` does not. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)

  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day of a later month, or that month's last day: 31 January and one month is 28 or 29 February. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, lastDate))

  return first.toISOString().slice(0, 10)
}

/**
 * Whole years of life on a day; negative before birth.
 *
 * A year is full on the birthday itself. Someone born on 29 February has it on 1 March in other years.
 */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))

  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}
