import type { Session, WorkingCalendar } from '../sla/calendar.ts'
import { type Day, startOf, toDate } from '../sla/minutes.ts'
import { receptionSessions } from './reception.ts'
import type { LineSettings } from './settings.ts'

/** A time that can be booked, and for how many people. */
export interface Slot {
  at: Date
  capacity: number
}

/**
 * For how many people a slot is. Two counters, 15 minutes a visit, slots of 30 minutes and half of it bookable: two.
 */
export const slotCapacity = ({ counters, serviceMinutes, slotMinutes, bookedPercent }: LineSettings): number =>
  Math.floor((counters * slotMinutes * bookedPercent) / (serviceMinutes * 100))

/** How many whole slots a session has. */
export const slotsWithin = ({ opens, closes }: Session, slotMinutes: number): number =>
  Math.floor((closes - opens) / slotMinutes)

/**
 * The slots of a day: whole slots inside each session, none over noon, none on a closed day. A capacity below one
 * person is no slot: nothing is promised that the counters cannot do.
 */
export function slotsOn(calendar: WorkingCalendar, day: Day, settings: LineSettings): Slot[] {
  const { slotMinutes } = settings
  const capacity = slotCapacity(settings)
  if (capacity < 1) return []

  return receptionSessions(calendar, day).flatMap((session) =>
    Array.from({ length: slotsWithin(session, slotMinutes) }, (_, index) => ({
      at: toDate(startOf(day) + session.opens + index * slotMinutes),
      capacity,
    })),
  )
}
