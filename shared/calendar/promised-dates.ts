import type { DossierEvent, PromisedDates } from '../dossiers/events.ts'
import type { WorkingCalendar } from '../sla/calendar.ts'
import { type DossierClockContext, dossierClock } from '../sla/dossier-clock.ts'
import { minuteOf } from '../sla/minutes.ts'

/** The calendar of each unit with one and the same knowledge. */
export type CalendarOfUnit = (unit: string) => WorkingCalendar

/** When it is read, and the outages that are recorded by then. */
export type Moment = Pick<DossierClockContext, 'now' | 'outages'>

/** The date that an open dossier waits for, read with two calendars. */
export interface DateMove {
  kind: 'due' | 'reception'
  from: Date
  to: Date
}

/**
 * What an open dossier is promised at one instant, and how that differs between two calendars; undefined when nothing
 * moves, when no date runs (waiting for the resident before acceptance), and when it has ended: a verdict never moves.
 *
 * Both are computed at the same instant, so that the minutes of a pause that is still open are in both.
 */
export function dateMove(
  events: readonly DossierEvent[],
  at: Moment,
  before: CalendarOfUnit,
  after: CalendarOfUnit,
): DateMove | undefined {
  const from = promisedDate(events, at, before)
  const to = promisedDate(events, at, after)
  if (!from || !to || minuteOf(from.at) === minuteOf(to.at)) return undefined

  return { kind: from.kind, from: from.at, to: to.at }
}

/** As the event `move_date` keeps it. */
export const promisedDates = (kind: DateMove['kind'], at: Date): PromisedDates => ({
  due: kind === 'due' ? at.toISOString() : null,
  reception: kind === 'reception' ? at.toISOString() : null,
})

function promisedDate(
  events: readonly DossierEvent[],
  at: Moment,
  calendarOf: CalendarOfUnit,
): { kind: DateMove['kind']; at: Date } | undefined {
  const { clock, receptionDueAt, receptionStoppedAt } = dossierClock(events, { ...at, calendarOf })
  if (clock) return clock.verdict ? undefined : { kind: 'due', at: clock.dueAt }

  return receptionDueAt && !receptionStoppedAt ? { kind: 'reception', at: receptionDueAt } : undefined
}
