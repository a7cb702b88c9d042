import type { WorkingCalendar } from './calendar.ts'
import { type Interval, type Minute, toDate } from './minutes.ts'
import { minutesBetween } from './working-time.ts'

/** Who must act next. Where two could be meant, the first of this list it is (CLOCK rule 8.1). */
export const turnOrder = ['system', 'resident', 'agency', 'office'] as const
export type Turn = (typeof turnOrder)[number]

export interface TurnSpan {
  turn: Turn
  from: Date
  to: Date
}

export interface Turns {
  /** In order, without gap or overlap; neighbours differ. */
  spans: TurnSpan[]
  /** Whole minutes, nights and holidays included; they sum to end less filing. */
  elapsedMinutes: Record<Turn, number>
  /** Working minutes; they sum to those between filing and end. */
  workingMinutes: Record<Turn, number>
}

/** What takes a minute from the office: recorded outages, waiting for the resident, another body's check. */
export type Waits = Record<Exclude<Turn, 'office'>, readonly Interval[]>

/**
 * Gives every minute from filing to the end (or now) to exactly one party (CLOCK rule 8).
 *
 * The office has all that nobody else has, nights and the reception before acceptance included.
 */
export function whoseTurn(filedAt: Minute, until: Minute, waits: Waits, calendar: WorkingCalendar): Turns {
  const turns: Turns = { spans: [], elapsedMinutes: noMinutes(), workingMinutes: noMinutes() }
  let from = filedAt
  for (const to of cutPoints(filedAt, until, waits)) {
    const turn = turnAt(from, waits)
    turns.elapsedMinutes[turn] += to - from
    turns.workingMinutes[turn] += minutesBetween(calendar, from, to)

    const last = turns.spans.at(-1)
    if (last?.turn === turn) last.to = toDate(to)
    else turns.spans.push({ turn, from: toDate(from), to: toDate(to) })
    from = to
  }

  return turns
}

/** All minutes after `from` at which the turn may change, each once and in order; the last is the end. */
function cutPoints(from: Minute, until: Minute, { system, resident, agency }: Waits): Minute[] {
  const inside = [...system, ...resident, ...agency]
    .flatMap((wait) => [wait.from, wait.to])
    .filter((minute) => minute > from && minute < until)

  return [...new Set(until > from ? [...inside, until] : [])].sort((a, b) => a - b)
}

function turnAt(minute: Minute, waits: Waits): Turn {
  for (const turn of turnOrder) {
    if (turn !== 'office' && waits[turn].some(({ from, to }) => from <= minute && minute < to)) return turn
  }

  return 'office'
}

function noMinutes(): Record<Turn, number> {
  return { system: 0, resident: 0, agency: 0, office: 0 }
}
