import type { Session, WorkingCalendar } from '../sla/calendar.ts'
import { type Day, dayOf, minuteOf, minuteOfDay, weekdayOf } from '../sla/minutes.ts'

const saturday = 5
const saturdaySessions: readonly Session[] = [{ opens: 7 * 60, closes: 11 * 60 + 30 }]

/**
 * When people are received on a day, in minutes since 00:00; empty when the unit is closed.
 *
 * The working calendar, and Saturday mornings besides: they let people hand in and count for no term (CLOCK rule 2.3).
 * A Saturday with an entry of its own (a holiday, a swapped working day) is what the entry says.
 */
export function receptionSessions(calendar: WorkingCalendar, day: Day): readonly Session[] {
  const { sessions, entry } = calendar.planOn(day)

  return weekdayOf(day) === saturday && !entry ? saturdaySessions : sessions
}

/** Numbers are given from this long before the doors open, for those who stand before them. */
const earlyMinutes = 30

/** Whether a number may be taken now: while the unit receives people, at noon for the afternoon, and shortly before opening. */
export function givesNumbers(calendar: WorkingCalendar, at: Date): boolean {
  const minute = minuteOf(at)
  const sessions = receptionSessions(calendar, dayOf(minute))
  const [first] = sessions
  const last = sessions.at(-1)
  if (!first || !last) return false

  return minuteOfDay(minute) >= first.opens - earlyMinutes && minuteOfDay(minute) < last.closes
}
