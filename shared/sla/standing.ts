import type { Standing } from '../dossiers/schemas.ts'
import { WORKDAY_MINUTES, type WorkingCalendar } from './calendar.ts'
import { dayOf, type Minute, minuteOf } from './minutes.ts'
import type { Pause } from './pauses.ts'
import { minutesBetween, subtractWorkingMinutes } from './working-time.ts'

export type { Standing }

/** How an ended dossier ended, against its due date. */
export type Verdict = Extract<Standing, 'early' | 'on_time' | 'late'>

/**
 * The verdict on an end (CLOCK rule 6.2): late after the due minute, early on a day before the due day.
 *
 * A half-day dossier that ends hours before it is due on the same day is on time, not early.
 */
export function verdictOf(endedAt: Minute, dueAt: Minute): Verdict {
  if (endedAt > dueAt) return 'late'

  return dayOf(endedAt) < dayOf(dueAt) ? 'early' : 'on_time'
}

/**
 * How an open dossier stands (CLOCK rule 6.3). The order matters: an overdue dossier that waits for its resident is
 * overdue. Exactly eight working hours left is still running.
 */
export function standingOf(
  now: Minute,
  dueAt: Minute,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Exclude<Standing, Verdict> {
  if (now > dueAt) return 'overdue'
  if (pauses.some((pause) => isOpenAt(pause, now))) return 'paused'

  return minutesBetween(calendar, now, dueAt) < WORKDAY_MINUTES ? 'due_soon' : 'running'
}

/** The first minute at which a dossier due at `dueAt` is due soon; not before its acceptance. */
export function dueSoonFrom(dueAt: Minute, acceptedAt: Minute, calendar: WorkingCalendar): Minute {
  return Math.max(acceptedAt, subtractWorkingMinutes(calendar, dueAt, WORKDAY_MINUTES) + 1)
}

function isOpenAt({ from, to }: Pause, now: Minute): boolean {
  return minuteOf(from) <= now && (to === null || now < minuteOf(to))
}
