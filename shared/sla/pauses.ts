import type { Term } from '../catalogue/types.ts'
import type { WorkingCalendar } from './calendar.ts'
import { moveDueDate } from './due-date.ts'
import { type Interval, type Minute, minuteOf } from './minutes.ts'
import { minutesBetween } from './working-time.ts'

/** Waiting for the resident: from a supplement or consent request to its answer, or `null` while it is open. */
export interface Pause {
  from: Date
  to: Date | null
  /** The `seq` of the events that opened and closed it. */
  openedBy?: number
  closedBy?: number
}

/** Pauses that overlap or touch, as one. */
export interface JoinedPause extends Interval {
  openedBy?: number
  /** Absent when the end of the dossier, or now, closed it. */
  closedBy?: number
}

export interface WeighedPause extends JoinedPause {
  workingMinutes: number
  /** False when it began after the due date: only a running term can be paused (CLOCK rule 5.4). */
  movesDueDate: boolean
}

/** The pauses inside `[from, until)`, in order, without empty ones; those that overlap or touch are one (rule 5.2). */
export function joinPauses(pauses: readonly Pause[], from: Minute, until: Minute): JoinedPause[] {
  const clipped = pauses
    .map((pause) => clip(pause, from, until))
    .filter((pause) => pause.from < pause.to)
    .sort((a, b) => a.from - b.from)

  const joined: JoinedPause[] = []
  for (const pause of clipped) {
    const last = joined.at(-1)
    if (!last || pause.from > last.to) joined.push(pause)
    else if (pause.to > last.to) joined[joined.length - 1] = { ...last, to: pause.to, closedBy: pause.closedBy }
  }

  return joined
}

/**
 * Decides in order which pauses move the due date: not one that begins after the date as the earlier ones moved it.
 *
 * A breach is not healed by asking for papers afterwards. Asked in the due minute itself is in time.
 */
export function weighPauses(
  joined: readonly JoinedPause[],
  baseDueAt: Minute,
  term: Term,
  calendar: WorkingCalendar,
): { pauses: WeighedPause[]; movedMinutes: number; dueAt: Minute } {
  let movedMinutes = 0
  let dueAt = baseDueAt
  const pauses = joined.map((pause) => {
    const workingMinutes = minutesBetween(calendar, pause.from, pause.to)
    const movesDueDate = term.unit !== 'immediate' && pause.from <= dueAt
    if (movesDueDate) {
      movedMinutes += workingMinutes
      dueAt = moveDueDate(baseDueAt, movedMinutes, term, calendar)
    }

    return { ...pause, workingMinutes, movesDueDate }
  })

  return { pauses, movedMinutes, dueAt }
}

function clip({ from, to, openedBy, closedBy }: Pause, earliest: Minute, latest: Minute): JoinedPause {
  const end = to === null ? latest : minuteOf(to)
  const isCutOff = to === null || end > latest

  return {
    from: Math.max(minuteOf(from), earliest),
    to: Math.min(end, latest),
    ...(openedBy !== undefined && { openedBy }),
    ...(closedBy !== undefined && !isCutOff && { closedBy }),
  }
}
