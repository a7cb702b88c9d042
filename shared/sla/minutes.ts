/** A whole minute, counted from 1970-01-01 00:00 UTC. Every instant is cut down to one before anything is computed. */
export type Minute = number

/** A day in Việt Nam, counted from 1970-01-01 (a Thursday). */
export type Day = number

/** A day in Việt Nam as people and tables write it: `YYYY-MM-DD`. */
export type LocalDate = string

/** Half-open: `from` belongs to it, `to` does not (CLOCK rule 1.2). */
export interface Interval {
  from: Minute
  to: Minute
}

/** Asia/Ho_Chi_Minh is seven hours ahead of UTC all year, so local time needs no table of zones. */
const OFFSET_MINUTES = 7 * 60
const DAY_MINUTES = 24 * 60
const DAY_MILLISECONDS = DAY_MINUTES * 60_000

/** The minute that holds the instant: 17:00:59 is 17:00 (CLOCK rule 1.1). */
export function minuteOf(instant: Date): Minute {
  const milliseconds = instant.getTime()
  if (Number.isNaN(milliseconds)) throw new RangeError('Not an instant')

  return Math.floor(milliseconds / 60_000)
}

export const toDate = (minute: Minute) => new Date(minute * 60_000)

export const dayOf = (minute: Minute): Day => Math.floor((minute + OFFSET_MINUTES) / DAY_MINUTES)

/** 00:00 of the day in Việt Nam. */
export const startOf = (day: Day): Minute => day * DAY_MINUTES - OFFSET_MINUTES

/** Minutes since 00:00 of its own day: 0 to 1439. */
export const minuteOfDay = (minute: Minute) => minute - startOf(dayOf(minute))

/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const weekdayOf = (day: Day) => ((((day + 3) % 7) + 7) % 7) as Weekday

export const yearOf = (day: Day) => new Date(day * DAY_MILLISECONDS).getUTCFullYear()

export const formatLocalDate = (day: Day): LocalDate => new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** Throws a RangeError for what is not a real day, such as `2026-02-30`. */
export function parseLocalDate(text: LocalDate): Day {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  const day = milliseconds / DAY_MILLISECONDS
  if (Number.isNaN(day) || formatLocalDate(day) !== text) throw new RangeError(`Not a day: ${text}`)

  return day
}

/** Minutes since 00:00 for `HH:MM`; `24:00` is the end of the day. */
export function parseTimeOfDay(text: string): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (!(minute <= DAY_MINUTES)) throw new RangeError(`Not a time of day: ${text}`)

  return minute
}

/** `HH:MM` in Việt Nam. */
export function formatTimeOfDay(minute: Minute): string {
  const sinceMidnight = minuteOfDay(minute)

  return `${String(Math.floor(sinceMidnight / 60)).padStart(2, '0')}:${String(sinceMidnight % 60).padStart(2, '0')}`
}
