import type { WorkingCalendar } from './calendar.ts'
import { type Day, dayOf, type Minute, startOf } from './minutes.ts'

/** From when a unit held the dossier; the next holding ends it. */
export interface Holding {
  unit: string
  from: Minute
}

/** In the order of the log; the first is the unit that the dossier was filed with. */
export type Holdings = readonly [Holding, ...Holding[]]

/** Who held the dossier, and which unit accepted it. */
export interface Custody {
  holdings: Holdings
  acceptance: { at: Minute; unit: string } | null
  /** The end, or now: later days are read in the last holder's calendar. */
  asOf: Minute
}

/**
 * One calendar for a dossier that may have changed hands (CLOCK rule 2.7).
 *
 * Each date is read in the calendar of the unit that held the dossier at 00:00 of it, the acceptance date in the
 * accepting unit's, and the day of `asOf` and all after it in the last holder's. So a transfer never loses a
 * closure that was already lived through.
 */
export function holdersCalendar(custody: Custody, calendarOf: (unit: string) => WorkingCalendar): WorkingCalendar {
  let last: Piece = { from: Number.NEGATIVE_INFINITY, calendar: calendarOf(custody.holdings[0].unit), offset: 0 }
  const pieces: [Piece, ...Piece[]] = [last]
  for (const day of daysOfChange(custody)) {
    const calendar = calendarOf(unitOn(day, custody))
    if (calendar === last.calendar) continue
    // The working minutes before a day go on counting where the piece before ends.
    const offset = last.offset + last.calendar.minutesBefore(day) - calendar.minutesBefore(day)
    last = { from: day, calendar, offset }
    pieces.push(last)
  }

  return pieces.length === 1 ? last.calendar : joined(pieces)
}

interface Piece {
  from: Day
  calendar: WorkingCalendar
  offset: number
}

function joined(pieces: readonly [Piece, ...Piece[]]): WorkingCalendar {
  const pieceOn = (day: Day) => pieces.findLast((piece) => piece.from <= day) ?? pieces[0]

  return {
    planOn: (day) => pieceOn(day).calendar.planOn(day),
    minutesBefore: (day) => {
      const { calendar, offset } = pieceOn(day)

      return calendar.minutesBefore(day) + offset
    },
    isComplete: (year) => pieces.every(({ calendar }) => calendar.isComplete(year)),
  }
}

/** The days from which another unit's calendar may hold, in order. */
function daysOfChange({ holdings, acceptance, asOf }: Custody): Day[] {
  if (holdings.length === 1) return []

  const days = holdings.flatMap(({ from }) => [dayOf(from), dayOf(from) + 1])
  if (acceptance) days.push(dayOf(acceptance.at), dayOf(acceptance.at) + 1)
  days.push(dayOf(asOf))

  return [...new Set(days)].sort((a, b) => a - b)
}

function unitOn(day: Day, { holdings, acceptance, asOf }: Custody): string {
  if (acceptance && dayOf(acceptance.at) === day) return acceptance.unit
  const until = day >= dayOf(asOf) ? asOf : startOf(day)

  return (holdings.findLast(({ from }) => from <= until) ?? holdings[0]).unit
}
