import type { WarningKind, WarningLevel } from '../dossiers/events.ts'
import type { WorkingCalendar } from '../sla/calendar.ts'
import { lastMinuteToExtend } from '../sla/extension.ts'
import { dayOf, type Minute } from '../sla/minutes.ts'
import { closingTime, nthWorkingDayAfter, subtractWorkingMinutes } from '../sla/working-time.ts'

/** When a missed date is told, and to whom. */
export interface Escalation {
  /** First day in force, `YYYY-MM-DD`. */
  from: string
  levels: Record<WarningKind, WarningLevel>
  /** Working minutes after the date until the supervisor is told. */
  overdueAfterMinutes: number
  /** How many working minutes before its last minute a letter of apology is proposed. */
  letterAheadMinutes: number
  source: string
}

/**
 * The desk's own rule, by date; the law names the letter and its last day, not who is told. A change is a new entry:
 * what was told under an older one stays as it was told.
 */
export const escalations: readonly Escalation[] = [
  {
    from: '2025-07-01',
    levels: { due_soon: 'officer', due: 'commander', overdue: 'supervisor' },
    overdueAfterMinutes: 480,
    letterAheadMinutes: 240,
    source: 'Quy ước của hệ thống; NĐ 118/2025/NĐ-CP không quy định mức báo cấp trên',
  },
]

/** The rule of a local day; before the first one, the first. */
export function escalationOn(day: string): Escalation {
  const found = escalations.findLast(({ from }) => from <= day) ?? escalations[0]
  if (!found) throw new Error('no rule of escalation')

  return found
}

/** Dates up to this minute were missed a whole working day ago, so that the supervisor is told of them. */
export function overdueUpTo(now: Minute, calendar: WorkingCalendar, rule: Escalation): Minute {
  return subtractWorkingMinutes(calendar, now, rule.overdueAfterMinutes)
}

/** From when a letter is proposed for a date, and by when it must be sent to be in time (CLOCK rule 6.5). */
export function letterWindow(dueAt: Minute, calendar: WorkingCalendar, rule: Escalation): { from: Minute; by: Minute } {
  const by = lastMinuteToExtend(dueAt, calendar)

  return { from: subtractWorkingMinutes(calendar, by, rule.letterAheadMinutes), by }
}

/**
 * No date after this minute can have its letter proposed yet: closing time of the second working day from now on.
 * Narrows the search; `letterWindow` decides.
 */
export function letterHorizon(now: Minute, calendar: WorkingCalendar): Minute {
  return closingTime(calendar, nthWorkingDayAfter(calendar, dayOf(now), 2))
}
