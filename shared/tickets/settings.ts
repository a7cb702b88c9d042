/** How a unit's counters work from a day on. A later day is a new entry; what was is kept. */
export interface LineSettings {
  /** Quầy 1 to Quầy n. */
  counters: number
  /** Minutes that a visit takes on average: what slots and estimates are made of. */
  serviceMinutes: number
  /** Length of a bookable slot in minutes. */
  slotMinutes: number
  /** Share of the capacity that may be booked; the rest is for those who just come. */
  bookedPercent: number
  /** Bookings of one phone number for one day at one unit. */
  bookingsPerPhone: number
  /** Within how many minutes after being marked absent somebody gets the place back. */
  returnMinutes: number
}

/** Until a unit says otherwise. An assumption: the equipment of commune police units is not known to us. */
export const defaultLineSettings: LineSettings = {
  counters: 2,
  serviceMinutes: 15,
  slotMinutes: 30,
  bookedPercent: 50,
  bookingsPerPhone: 1,
  returnMinutes: 30,
}

/** Whoever checks in later than this after the booked time is served as a walk-in. */
export const latestCheckInMinutes = 30
/** Check-in opens this long before the booked time. */
export const earliestCheckInMinutes = 60
/** Slots are offered up to this many days ahead, and no later than this before they begin. */
export const bookableDays = 14
export const bookableUntilMinutes = 30

export const counterName = (counter: number) => ({ vi: `Quầy ${counter}`, en: `Counter ${counter}` })
