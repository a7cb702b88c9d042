import type { WorkingCalendar } from '../sla/calendar.ts'
import { dayOf, minuteOf, minuteOfDay, startOf, toDate } from '../sla/minutes.ts'
import { workingDayBefore } from '../sla/working-time.ts'
import { receptionSessions } from './reception.ts'

/** The desk's own rule, in minutes since 00:00: while the office can still be asked, and an evening is left to change plans. */
const remindedAt = 15 * 60
/** A telephone that rings outside of these is a nuisance; what came late waits for the morning. */
const awake = { from: 7 * 60, until: 21 * 60 }

/**
 * When the reminder of a booking is due: 15:00 of the working day before its day. For a Monday that is Friday, for the
 * first day after Tết the last one before it.
 */
export const reminderAt = (calendar: WorkingCalendar, slotAt: Date): Date =>
  toDate(startOf(workingDayBefore(calendar, dayOf(minuteOf(slotAt)))) + remindedAt)

/** Whether people may be reminded now. */
export function isHumaneHour(at: Date): boolean {
  const minute = minuteOfDay(minuteOf(at))

  return minute >= awake.from && minute < awake.until
}

/** Whether the unit receives people at a booked time; a day that was shortened keeps the bookings of its open hours. */
export function isReceivedAt(calendar: WorkingCalendar, slotAt: Date): boolean {
  const minute = minuteOf(slotAt)
  const ofDay = minuteOfDay(minute)

  return receptionSessions(calendar, dayOf(minute)).some(({ opens, closes }) => opens <= ofDay && ofDay < closes)
}
