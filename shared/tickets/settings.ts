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

/** What may be said of each, the smallest and the largest. */
export const lineSettingBounds = {
  counters: [1, 30],
  serviceMinutes: [2, 120],
  slotMinutes: [10, 120],
  bookedPercent: [0, 100],
  bookingsPerPhone: [1, 10],
  returnMinutes: [5, 240],
} as const satisfies Record<keyof LineSettings, readonly [least: number, most: number]>

/** Until a unit says otherwise. An assumption: the equipment of commune police units is not known to us. */
export const defaultLineSettings: LineSettings = {
  counters: 2,
  serviceMinutes: 15,
  slotMinutes: 30,
  bookedPercent: 50,
  bookingsPerPhone: 1,
  returnMinutes: 30,
}

/**
 * Where an entry stands on a day: it holds, it will hold, it held, or a later word about the same day took its place
 * before it ever counted alone.
 */
export const settingStandings = ['in_force', 'ahead', 'past', 'replaced'] as const
export type SettingStanding = (typeof settingStandings)[number]

/** The entries of a unit, the latest first, each with where it stands on `today`. */
export function withStanding<Entry extends { from: string; recordedAt: Date }>(
  entries: readonly Entry[],
  today: string,
): (Entry & { standing: SettingStanding })[] {
  const latestFirst = [...entries].sort(
    (a, b) => b.from.localeCompare(a.from) || b.recordedAt.getTime() - a.recordedAt.getTime(),
  )
  const counting = latestFirst.filter(({ from }, index) => latestFirst[index - 1]?.from !== from)
  const inForce = counting.find(({ from }) => from <= today)

  return latestFirst.map((entry) => {
    if (!counting.includes(entry)) return { ...entry, standing: 'replaced' }
    if (entry === inForce) return { ...entry, standing: 'in_force' }

    return { ...entry, standing: entry.from > today ? 'ahead' : 'past' }
  })
}

/** Whoever checks in later than this after the booked time is served as a walk-in. */
export const latestCheckInMinutes = 30
/** Check-in opens this long before the booked time. */
export const earliestCheckInMinutes = 60
/** Slots are offered up to this many days ahead, and no later than this before they begin. */
export const bookableDays = 14
export const bookableUntilMinutes = 30

export const counterName = (counter: number) => ({ vi: `Quầy ${counter}`, en: `Counter ${counter}` })
