import type { WorkingCalendar } from './calendar.ts'
import type { Holding } from './holders-calendar.ts'
import { type Minute, toDate } from './minutes.ts'
import { minutesBetween } from './working-time.ts'

/** One unit's share of a dossier's life. */
export interface HeldSpan {
  unit: string
  from: Date
  to: Date
  workingMinutes: number
  /** It came already overdue: the lateness is not this unit's. */
  lateOnArrival: boolean
}

/**
 * Who held the dossier, for how long, and who answers for its lateness (CLOCK rule 7.1).
 *
 * Lateness belongs to the unit that held it in the first minute after the due date, whoever ended it. `dueAt` is
 * null before acceptance: without a term nobody is late.
 */
export function custodyOf(
  holdings: readonly Holding[],
  until: Minute,
  dueAt: Minute | null,
  calendar: WorkingCalendar,
): { spans: HeldSpan[]; chargedUnit: string | null } {
  const firstLateMinute = dueAt !== null && until > dueAt ? dueAt + 1 : null
  const spans = holdings.map(({ unit, from }, index) => {
    const to = holdings[index + 1]?.from ?? until

    return {
      unit,
      from: toDate(from),
      to: toDate(to),
      workingMinutes: minutesBetween(calendar, from, to),
      lateOnArrival: firstLateMinute !== null && from > firstLateMinute,
    }
  })
  const charged = firstLateMinute === null ? undefined : holdings.findLast(({ from }) => from <= firstLateMinute)

  return { spans, chargedUnit: charged?.unit ?? null }
}
