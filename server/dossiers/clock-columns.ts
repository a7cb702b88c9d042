import type { DossierEvent } from '#shared/dossiers/events.ts'
import { storesDates } from '#shared/dossiers/transitions.ts'
import { type DossierClock, dossierClock } from '#shared/sla/dossier-clock.ts'
import type { Deps } from '../platform/deps.ts'

/** The columns of a dossier that its log decides; written by every step, recomputed and compared by `desk verify`. */
export interface ClockColumns {
  acceptedAt: Date | null
  endedAt: Date | null
  receptionDueAt: Date | null
  dueAt: Date | null
  nextDueAt: Date
  dueSoonAt: Date | null
  verdict: 'early' | 'on_time' | 'late' | null
  workingMinutes: number | null
  supplements: number
}

/** Reads the clock of a log as it stands at `now`. */
export function clockAt(
  { reference }: Pick<Deps, 'reference'>,
  events: readonly DossierEvent[],
  now: Date,
): DossierClock {
  return dossierClock(events, { now, calendarOf: reference.calendarOf, outages: reference.outages() })
}

/**
 * What is stored of the clock. While a pause is open its due date grows by the minute: stored is the date as of the
 * last event, and the answer's event stores the next. Deliveries and warnings store no dates and are passed over.
 */
export function clockColumns(deps: Pick<Deps, 'reference'>, log: readonly DossierEvent[]): ClockColumns {
  const events = log.filter(({ action }) => storesDates(action))
  const last = events.at(-1)
  if (!last) throw new Error('a dossier without events has no clock')
  const read = clockAt(deps, events, last.recordedAt)
  const { clock } = read
  const endedAt =
    events.find(({ action }) => action === 'resolve' || action === 'refuse' || action === 'withdraw')?.occurredAt ??
    null

  return {
    acceptedAt: events.find(({ action }) => action === 'accept')?.occurredAt ?? null,
    endedAt,
    receptionDueAt: read.receptionDueAt,
    dueAt: clock?.dueAt ?? null,
    nextDueAt: read.nextDueAt,
    dueSoonAt: clock?.dueSoonAt ?? null,
    verdict: clock?.verdict ?? null,
    workingMinutes: endedAt && clock ? clock.workingMinutes : null,
    supplements: read.supplementRequests,
  }
}
