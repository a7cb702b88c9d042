import type { DossierEvent } from '../dossiers/events.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { CalendarOf } from './calendars.ts'
import { type ClockInput, type ClockResult, clockOf, receptionDueAt } from './clock.ts'
import { custodyOf, type HeldSpan } from './custody.ts'
import { holdersCalendar } from './holders-calendar.ts'
import { type Interval, type Minute, minuteOf, toDate } from './minutes.ts'
import { type Outage, outageSpans } from './outages.ts'
import type { Pause } from './pauses.ts'
import { type ClockFacts, type ReceptionRun, readLog } from './read-log.ts'
import { type Turns, whoseTurn } from './whose-turn.ts'

export interface DossierClockContext {
  /** When it is read. A past instant, with the events recorded by then, shows the dossier as it was. */
  now: Date
  calendarOf: CalendarOf
  /** All recorded outages; those that touched this dossier are chosen here. */
  outages?: readonly Outage[]
}

export interface Reception extends ReceptionRun {
  dueAt: Date
  isLate: boolean
}

/** Everything that time says about one dossier. */
export interface DossierClock {
  /** Every run of the reception clock; none for a notice, which is accepted in the minute it is filed. */
  receptions: Reception[]
  /** Of the last run. */
  receptionDueAt: Date | null
  receptionStoppedAt: Date | null
  /** Null before acceptance. */
  clock: ClockResult | null
  /** The reception deadline before acceptance, the due date after: what a queue is sorted by. */
  nextDueAt: Date
  turns: Turns
  custody: HeldSpan[]
  /** The unit that answers for the lateness of a late or overdue dossier. */
  chargedUnit: string | null
  supplementRequests: number
  /** What `clock` was computed from, for `explainDossier`. */
  clockInput: ClockInput | null
  calendar: WorkingCalendar
}

/**
 * The clock of a dossier from its log: what each write stores beside the log, and what `verify` recomputes.
 *
 * An open dossier is read with all that is known at `now`, an ended one with what was known when its end was
 * recorded, so that a verdict never moves (CLOCK rule 2.6).
 */
export function dossierClock(events: readonly DossierEvent[], context: DossierClockContext): DossierClock {
  const facts = readLog(events)
  const until = facts.end?.at ?? context.now
  const calendar = calendarFor(facts, until, context)
  const untilMinute = minuteOf(until)
  const outages = outageSpans(context.outages ?? [], {
    ...facts,
    knownAt: facts.end?.recordedAt ?? context.now,
    until: untilMinute,
  })
  const clockInput = clockInputOf(facts, context.now, calendar, outages)
  const clock = clockInput && clockOf(clockInput)
  const receptions = facts.term?.unit === 'immediate' ? [] : receptionsOf(facts, until, calendar)
  const reception = receptions.at(-1)
  // Without a reception there is a clock; the third date only satisfies the compiler.
  const nextDueAt = clock?.dueAt ?? reception?.dueAt ?? receptionDueAt(facts.filedAt, calendar)
  const custody = custodyOf(facts.holdings, untilMinute, clock && minuteOf(clock.dueAt), calendar)

  return {
    receptions,
    receptionDueAt: reception?.dueAt ?? null,
    receptionStoppedAt: reception?.stoppedAt ?? null,
    clock,
    nextDueAt,
    turns: whoseTurn(
      minuteOf(facts.filedAt),
      untilMinute,
      {
        system: outages,
        resident: [...facts.pauses, ...facts.payments, ...facts.consents].map((wait) => intervalOf(wait, untilMinute)),
        agency: facts.agencyChecks.map((wait) => intervalOf(wait, untilMinute)),
      },
      calendar,
    ),
    custody: custody.spans,
    chargedUnit: custody.chargedUnit,
    supplementRequests: facts.supplementRequests,
    clockInput,
    calendar,
  }
}

function calendarFor(facts: ClockFacts, until: Date, { now, calendarOf }: DossierClockContext): WorkingCalendar {
  const knownAt = facts.end?.recordedAt ?? now
  const custody = {
    holdings: facts.holdings,
    acceptance: facts.acceptance && { at: minuteOf(facts.acceptance.at), unit: facts.acceptance.unit },
    asOf: minuteOf(until),
  }

  return holdersCalendar(custody, (unit) => calendarOf(unit, knownAt))
}

function clockInputOf(
  facts: ClockFacts,
  now: Date,
  calendar: WorkingCalendar,
  outages: readonly Interval[],
): ClockInput | null {
  if (!facts.acceptance || !facts.term) return null

  return {
    term: facts.term,
    acceptedAt: facts.acceptance.at,
    pauses: pausesOf(facts, outages),
    endedAt: facts.end?.at ?? null,
    now,
    calendar,
    termChanges: facts.termChanges,
    ...(facts.extension && { extension: facts.extension }),
  }
}

/** Waiting for the resident, and what else the rule under which the dossier was accepted lets pause its term. */
function pausesOf({ pauses, agencyChecks, pausedAlsoBy }: ClockFacts, outages: readonly Interval[]): Pause[] {
  return [
    ...pauses,
    ...(pausedAlsoBy.includes('agency_check') ? agencyChecks : []),
    ...(pausedAlsoBy.includes('outage') ? outages.map(({ from, to }) => ({ from: toDate(from), to: toDate(to) })) : []),
  ]
}

function receptionsOf(facts: ClockFacts, until: Date, calendar: WorkingCalendar): Reception[] {
  return facts.receptions.map((run) => {
    const dueAt = receptionDueAt(run.startedAt, calendar)

    return { ...run, dueAt, isLate: minuteOf(run.stoppedAt ?? until) > minuteOf(dueAt) }
  })
}

function intervalOf({ from, to }: Pause, until: Minute): Interval {
  return { from: minuteOf(from), to: to === null ? until : minuteOf(to) }
}
