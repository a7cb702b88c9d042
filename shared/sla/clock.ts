import type { Term } from '../catalogue/types.ts'
import { WORKDAY_MINUTES, type WorkingCalendar } from './calendar.ts'
import { baseDueDate } from './due-date.ts'
import { type Extension, judgeExtension } from './extension.ts'
import { dayOf, type Minute, minuteOf, toDate, yearOf } from './minutes.ts'
import { joinPauses, type Pause, weighPauses } from './pauses.ts'
import { dueSoonFrom, type Standing, standingOf, type Verdict, verdictOf } from './standing.ts'
import { addWorkingMinutes, minutesBetween } from './working-time.ts'

/** The officer chose another clock after acceptance; the new term counts from the same acceptance (CLOCK rule 3.5). */
export interface TermChange {
  at: Date
  from: Term
  to: Term
}

export interface ClockInput {
  /** The term in force now, after all changes. */
  term: Term
  acceptedAt: Date
  pauses: readonly Pause[]
  /** The head's signature, refusal or withdrawal; not the hand-over. Null while the dossier is open. */
  endedAt: Date | null
  now: Date
  calendar: WorkingCalendar
  /** For the explanation only. */
  termChanges?: readonly TermChange[]
  extension?: Extension
}

/** One pause, or several that overlap or touch, inside the term. */
export interface CountedPause {
  from: Date
  to: Date
  workingMinutes: number
  movesDueDate: boolean
  /** The `seq` of the events that opened and closed it; no `closedBy`: the end, or now, did. */
  openedBy?: number
  closedBy?: number
}

export interface ClockResult {
  /** Due without any pause. */
  baseDueAt: Date
  dueAt: Date
  /** While a pause is open, `dueAt` holds if the answer came this minute: it can only move later. */
  notBefore: boolean
  /** What the office has used: working minutes since acceptance less all pauses. */
  workingMinutes: number
  /** Working minutes inside all pauses, also those that came too late to move the date. */
  pausedMinutes: number
  /** Working minutes by which pauses moved the due date. */
  movedMinutes: number
  pauses: CountedPause[]
  standing: Standing
  /** Null while the dossier is open. */
  verdict: Verdict | null
  /** From this minute the dossier is due soon; null once it ended and while it is paused. */
  dueSoonAt: Date | null
  /** Years that the term reaches into and whose calendar is not wholly announced. */
  provisionalYears: number[]
  extension: { dueAt: Date; verdict: Verdict | null; sentLate: boolean } | null
}

/**
 * The legal clock of one accepted dossier: due date, time used, standing (CLOCK rules 4 to 6).
 *
 * A pure function of its input: the same log read with the same calendar always gives the same answer.
 */
export function clockOf(input: ClockInput): ClockResult {
  const { term, calendar } = input
  const acceptedAt = minuteOf(input.acceptedAt)
  const endedAt = input.endedAt && minuteOf(input.endedAt)
  const now = minuteOf(input.now)
  const until = endedAt ?? now

  const baseDueAt = baseDueDate(term, acceptedAt, calendar)
  const joined = joinPauses(input.pauses, acceptedAt, until)
  const { pauses, movedMinutes, dueAt } = weighPauses(joined, baseDueAt, term, calendar)
  const pausedMinutes = pauses.reduce((sum, pause) => sum + pause.workingMinutes, 0)

  const verdict = endedAt === null ? null : verdictOf(endedAt, dueAt)
  const standing = verdict ?? standingOf(now, dueAt, input.pauses, calendar)
  const extension =
    input.extension &&
    judgeExtension(input.extension, { term, acceptedAt, baseDueAt, endedAt, until, pauses: input.pauses, calendar })

  return {
    baseDueAt: toDate(baseDueAt),
    dueAt: toDate(dueAt),
    notBefore: standing === 'paused' && term.unit !== 'immediate',
    workingMinutes: minutesBetween(calendar, acceptedAt, until) - pausedMinutes,
    pausedMinutes,
    movedMinutes,
    pauses: pauses.map((pause) => ({ ...pause, from: toDate(pause.from), to: toDate(pause.to) })),
    standing,
    verdict,
    dueSoonAt: verdict || standing === 'paused' ? null : toDate(dueSoonFrom(dueAt, acceptedAt, calendar)),
    provisionalYears: incompleteYears(acceptedAt, dueAt, calendar),
    extension: extension ? { ...extension, dueAt: toDate(extension.dueAt) } : null,
  }
}

/** Whether the officer may still choose another term: up to and in the due minute then in force (CLOCK rule 3.5). */
export function mayChangeTerm(clock: ClockResult, at: Date): boolean {
  return minuteOf(at) <= minuteOf(clock.dueAt)
}

/** By when somebody must accept, ask or refuse: eight working hours after filing, or after an answer (rule 3.1). */
export function receptionDueAt(filedAt: Date, calendar: WorkingCalendar): Date {
  return toDate(addWorkingMinutes(calendar, minuteOf(filedAt), WORKDAY_MINUTES))
}

/**
 * What a resident can be promised before filing: accepted at the latest by the reception deadline, and then due.
 *
 * Due dates never come earlier for a later acceptance, so nobody who is accepted sooner waits longer than promised.
 * A notice is accepted and ended in the minute it is filed and has no reception deadline.
 */
export function expectedDate(
  term: Term,
  filedAt: Date,
  calendar: WorkingCalendar,
): { receptionDueAt: Date | null; dueAt: Date; provisional: boolean } {
  const isImmediate = term.unit === 'immediate'
  const acceptedBy = isImmediate ? filedAt : receptionDueAt(filedAt, calendar)
  const dueAt = baseDueDate(term, minuteOf(acceptedBy), calendar)

  return {
    receptionDueAt: isImmediate ? null : acceptedBy,
    dueAt: toDate(dueAt),
    provisional: incompleteYears(minuteOf(filedAt), dueAt, calendar).length > 0,
  }
}

/** Years from acceptance to the due date that are not marked complete (CLOCK rule 2.8). */
function incompleteYears(from: Minute, to: Minute, calendar: WorkingCalendar): number[] {
  const years: number[] = []
  for (let year = yearOf(dayOf(from)); year <= yearOf(dayOf(to)); year += 1) {
    if (!calendar.isComplete(year)) years.push(year)
  }

  return years
}
