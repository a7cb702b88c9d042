import type { Term } from '../catalogue/types.ts'
import type { WorkingCalendar } from './calendar.ts'
import { moveDueDate } from './due-date.ts'
import { dayOf, type Minute, minuteOf } from './minutes.ts'
import { type JoinedPause, joinPauses, type Pause, weighPauses } from './pauses.ts'
import { type Verdict, verdictOf } from './standing.ts'
import { closingTime, minutesBetween, workingDayBefore } from './working-time.ts'

/** A letter of apology with a new date (form 04 of TT 03/2025/TT-VPCP). At most one for a dossier. */
export interface Extension {
  sentAt: Date
  /** The new date, later than the due date then in force. */
  to: Date
}

/** What stands beside the original date, and never replaces it (CLOCK rule 6.5). */
export interface ExtensionJudgement {
  dueAt: Minute
  verdict: Verdict | null
  /** The letter left after closing time of the last working day before the due date. */
  sentLate: boolean
}

/** The accepted dossier that the letter is about. */
interface ExtendedTerm {
  term: Term
  acceptedAt: Minute
  baseDueAt: Minute
  endedAt: Minute | null
  /** The end, or now. */
  until: Minute
  pauses: readonly Pause[]
  calendar: WorkingCalendar
}

/** The extended date, the verdict against it, and whether the letter was sent in time. */
export function judgeExtension(extension: Extension, dossier: ExtendedTerm): ExtensionJudgement {
  const { term, acceptedAt, baseDueAt, endedAt, until, pauses, calendar } = dossier
  const sentAt = minuteOf(extension.sentAt)
  const dueWhenSent = weighPauses(joinPauses(pauses, acceptedAt, sentAt), baseDueAt, term, calendar).dueAt
  const dueAt = extendedDueDate(minuteOf(extension.to), joinPauses(pauses, sentAt, until), term, calendar)

  return {
    dueAt,
    verdict: endedAt === null ? null : verdictOf(endedAt, dueAt),
    sentLate: sentAt > lastMinuteToExtend(dueWhenSent, calendar),
  }
}

/** The last minute to send the letter in time: closing time of the last working day before the due date. */
export function lastMinuteToExtend(dueAt: Minute, calendar: WorkingCalendar): Minute {
  return closingTime(calendar, workingDayBefore(calendar, dayOf(dueAt)))
}

/**
 * The promised date, moved by what was paused since the letter was sent.
 *
 * Pauses before the letter are already in the date that it promises. One that begins after the date as moved so far
 * moves nothing, as with the original date.
 */
function extendedDueDate(
  promised: Minute,
  since: readonly JoinedPause[],
  term: Term,
  calendar: WorkingCalendar,
): Minute {
  let pausedMinutes = 0
  let dueAt = promised
  for (const { from, to } of since) {
    if (from > dueAt) break
    pausedMinutes += minutesBetween(calendar, from, to)
    dueAt = moveDueDate(promised, pausedMinutes, term, calendar)
  }

  return dueAt
}
