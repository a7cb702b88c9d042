/** A span of local days, both included, `YYYY-MM-DD`. */
export interface LocalPeriod {
  from: string
  to: string
}

/** A period as cells: whole months, and the days that no whole month holds. */
export interface PeriodCells {
  /** First days of months. */
  months: string[]
  days: string[]
}

const dayMs = 86_400_000
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs
const dayOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10)

export const dayAfter = (day: string, days = 1): string => dayOf(numberOf(day) + days)

/**
 * Covers a period by as few cells as there are, without gap or overlap: `2026-01-15` to `2026-03-14` is 17 days of
 * January, the month of February, and 14 days of March.
 */
export function cellsOf({ from, to }: LocalPeriod): PeriodCells {
  const cells: PeriodCells = { months: [], days: [] }
  for (let day = from; day <= to; ) {
    const last = lastOfMonth(day)
    const isWholeMonth = day.endsWith('-01') && last <= to
    if (isWholeMonth) cells.months.push(day)
    else cells.days.push(day)
    day = dayAfter(isWholeMonth ? last : day)
  }

  return cells
}

/**
 * The period just before, of the same length: as many months where it runs from a day of one month to the day before
 * that day of another (January; 15/10 to 14/11), else as many days.
 */
export function periodBefore({ from, to }: LocalPeriod): LocalPeriod {
  const next = dayAfter(to)
  const months = monthOf(next) - monthOf(from)
  // Not every month has a 29th, 30th and 31st.
  if (next.slice(8) !== from.slice(8) || from.slice(8) > '28' || months === 0)
    return { from: dayAfter(from, -(numberOf(next) - numberOf(from))), to: dayAfter(from, -1) }
  const month = monthOf(from) - months

  return {
    from: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}${from.slice(7)}`,
    to: dayAfter(from, -1),
  }
}

/** Months since the year 0. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

function lastOfMonth(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)
}
