import { sessionsOn, type WorkingCalendar } from './calendar.ts'
import { type Day, dayOf, type Interval, type Minute, minuteOfDay, parseLocalDate, startOf } from './minutes.ts'

const LAST_DAY = parseLocalDate('9999-12-31')
const FIRST_DAY = parseLocalDate('0001-01-01')

/** Working minutes in `[from, to)`; 0 when `to` is not after `from`. */
export function minutesBetween(calendar: WorkingCalendar, from: Minute, to: Minute): number {
  return to > from ? workedUntil(calendar, to) - workedUntil(calendar, from) : 0
}

/**
 * The earliest instant at which `minutes` of working time have passed since `start` (Civil Code Điều 147(1)).
 *
 * When that is the end of a session it stays there: 240 minutes from 07:30 end at 11:30, not at 13:30. Outside
 * sessions the count begins at the next one. With 0 minutes it is `start` itself.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, start: Minute, minutes: number): Minute {
  let end = start
  for (const slice of workingSlices(calendar, start, minutes)) end = slice.to

  return end
}

/** The pieces of sessions, in order, that make up the first `minutes` of working time since `start`. */
export function* workingSlices(calendar: WorkingCalendar, start: Minute, minutes: number): Generator<Interval> {
  let remaining = minutes
  for (let day = dayOf(start); remaining > 0; day = within(day + 1)) {
    for (const session of sessionsOn(calendar, day)) {
      const from = Math.max(session.from, start)
      const to = Math.min(session.to, from + remaining)
      if (to <= from) continue

      remaining -= to - from
      yield { from, to }
    }
  }
}

/**
 * The last instant from which `minutes` of working time still lie before `end`.
 *
 * One minute later there are fewer: from then on a dossier with eight working hours left is due soon.
 */
export function subtractWorkingMinutes(calendar: WorkingCalendar, end: Minute, minutes: number): Minute {
  let remaining = minutes
  for (let day = dayOf(end); remaining > 0; day = within(day - 1)) {
    for (const session of [...sessionsOn(calendar, day)].reverse()) {
      const to = Math.min(session.to, end)
      const from = Math.max(session.from, to - remaining)
      if (to <= from) continue

      remaining -= to - from
      if (remaining === 0) return from
    }
  }

  return end
}

export const isWorkingDay = (calendar: WorkingCalendar, day: Day) => calendar.planOn(day).minutes > 0

/** The Nth working day after `day`, which itself is never counted (Civil Code Điều 147(2), (3)). */
export function nthWorkingDayAfter(calendar: WorkingCalendar, day: Day, n: number): Day {
  let current = day
  for (let counted = 0; counted < n; ) {
    current = within(current + 1)
    if (isWorkingDay(calendar, current)) counted += 1
  }

  return current
}

/** `day` itself when it is a working day, else the next one (Civil Code Điều 148(5)). */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: Day): Day {
  return nthWorkingDayAfter(calendar, day - 1, 1)
}

export function workingDayBefore(calendar: WorkingCalendar, day: Day): Day {
  let current = within(day - 1)
  while (!isWorkingDay(calendar, current)) current = within(current - 1)

  return current
}

/** The end of the last session of a working day; a RangeError for any other day. */
export function closingTime(calendar: WorkingCalendar, day: Day): Minute {
  const last = calendar.planOn(day).sessions.at(-1)
  if (!last) throw new RangeError('A day off has no closing time')

  return startOf(day) + last.closes
}

function workedUntil(calendar: WorkingCalendar, minute: Minute): number {
  const day = dayOf(minute)
  const sinceMidnight = minuteOfDay(minute)
  let worked = calendar.minutesBefore(day)
  for (const { opens, closes } of calendar.planOn(day).sessions) {
    if (sinceMidnight > opens) worked += Math.min(sinceMidnight, closes) - opens
  }

  return worked
}

/** Keeps a count that finds no working day from running for ever. */
function within(day: Day): Day {
  if (day < FIRST_DAY || day > LAST_DAY) throw new RangeError('The calendar reaches from year 1 to year 9999')

  return day
}
