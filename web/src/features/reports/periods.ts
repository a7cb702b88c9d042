/** A span of local days, both included. */
export interface Period {
  from: string
  to: string
}

export interface NamedPeriod extends Period {
  words: string
}

/**
 * The periods that reports are usually asked for, seen from `today`. The last is the ministry's reporting month,
 * from the 15th to the 14th (II.06).
 */
export function usualPeriods(today: string): NamedPeriod[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const quarter = month - ((month - 1) % 3)
  const reportingMonth = day < 15 ? month - 1 : month

  return [
    { words: 'Tháng này', from: dayOf(year, month, 1), to: today },
    { words: 'Tháng trước', from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) },
    { words: 'Quý này', from: dayOf(year, quarter, 1), to: today },
    { words: 'Năm nay', from: dayOf(year, 1, 1), to: today },
    {
      words: 'Kỳ báo cáo trước (15–14)',
      from: dayOf(year, reportingMonth - 1, 15),
      to: dayOf(year, reportingMonth, 14),
    },
  ]
}

/** Months and days may lie outside their range and then belong to the next or the one before, as `Date.UTC` has it. */
const dayOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
