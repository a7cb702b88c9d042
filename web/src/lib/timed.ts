import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { QueueItem } from '#shared/dossiers/queue-schemas.ts'
import type { Timed } from './time-left.ts'

/** Rows carry their dates as the database wrote them. */
export const timedRow = (row: QueueItem): Timed => ({
  state: row.state,
  filedAt: new Date(row.filedAt),
  acceptedAt: row.acceptedAt ? new Date(row.acceptedAt) : null,
  nextDueAt: new Date(row.nextDueAt),
  dueSoonAt: row.dueSoonAt ? new Date(row.dueSoonAt) : null,
})

/** Null when nothing is due: a notice, which ended in the minute it was filed. */
export function timedDossier({ state, filedAt, acceptedAt, clock }: DossierView): Timed | null {
  const nextDueAt = acceptedAt ? clock.dueAt : clock.receptionDueAt

  return nextDueAt && { state, filedAt, acceptedAt, nextDueAt, dueSoonAt: null }
}
