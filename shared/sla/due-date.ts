import type { Term } from '../catalogue/types.ts'
import type { WorkingCalendar } from './calendar.ts'
import { dayOf, type Minute } from './minutes.ts'
import { addWorkingMinutes, closingTime, nthWorkingDayAfter, workingDayOnOrAfter } from './working-time.ts'

/** Whether this is a term at all (CLOCK rule 3.6): half a working day is 240 working minutes, never 0.5 days. */
export function isTerm({ unit, value }: Term): boolean {
  return unit === 'immediate' ? value === 0 : Number.isSafeInteger(value) && value >= 1
}

/**
 * When a dossier accepted at `acceptedAt` is due, before any pause (CLOCK rule 4).
 *
 * Days end at closing time, not at midnight: the slip promises an hour. There is no afternoon cut-off: accepted at
 * 16:59, after closing or on a day off, the next working day is day 1 (Civil Code Điều 147 and 148(5)).
 */
export function baseDueDate(term: Term, acceptedAt: Minute, calendar: WorkingCalendar): Minute {
  if (!isTerm(term)) throw new RangeError(`Not a term: ${term.value} ${term.unit}`)

  const acceptedOn = dayOf(acceptedAt)
  switch (term.unit) {
    case 'working_day':
      return closingTime(calendar, nthWorkingDayAfter(calendar, acceptedOn, term.value))
    case 'calendar_day':
      return closingTime(calendar, workingDayOnOrAfter(calendar, acceptedOn + term.value))
    case 'working_minute':
      return addWorkingMinutes(calendar, acceptedAt, term.value)
    case 'immediate':
      return acceptedAt
  }
}

/**
 * The due date after `pausedMinutes` of pauses that count (CLOCK rule 5.5).
 *
 * A term in minutes moves by exactly those minutes. A term in days moves by them and then runs to the closing time
 * of the day it falls on: rounded up once for all pauses together, so give their sum.
 */
export function moveDueDate(dueAt: Minute, pausedMinutes: number, term: Term, calendar: WorkingCalendar): Minute {
  if (pausedMinutes === 0 || term.unit === 'immediate') return dueAt

  const movedTo = addWorkingMinutes(calendar, dueAt, pausedMinutes)

  return term.unit === 'working_minute' ? movedTo : closingTime(calendar, dayOf(movedTo))
}
