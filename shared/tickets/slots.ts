import type { WorkingCalendar } from '../sla/calendar.ts'
import { type Day, startOf, toDate } from '../sla/minutes.ts'
import { receptionSessions } from './reception.ts'
import type { LineSettings } from './settings.ts'

/** A time that can be booked, and for how many people. */
export interface Slot {
  at: Date
  capacity: number
}

/**
 * The slots of a day: whole slots inside each session, none over noon, none on a closed day.
 *
 * Two counters, 15 minutes a visit, slots of 30 minutes and half of it bookable: two people a slot. A capacity below
 * one person is no slot: nothing is promised that the counters cannot do.
 */
export function slotsOn(calendar: WorkingCalendar, day: Day, settings: LineSettings): Slot[] {
  const { counters, serviceMinutes, slotMinutes, bookedPercent } = settings
  const capacity = Math.floor((counters * slotMinutes * bookedPercent) / (serviceMinutes * 100))
  if (capacity < 1) return []

  return receptionSessions(calendar, day).flatMap(({ opens, closes }) =>
    Array.from({ length: Math.floor((closes - opens) / slotMinutes) }, (_, index) => ({
      at: toDate(startOf(day) + opens + index * slotMinutes),
      capacity,
    })),
  )
}
