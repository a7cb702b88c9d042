import type { dossiers } from '#db/schema/dossiers.ts'
import type { QueueItem } from '#shared/dossiers/queue-schemas.ts'

/** A stored dossier as a row of a queue; `desk_queue_rows` writes the same in SQL for the hot page. */
export const toQueueItem = (row: typeof dossiers.$inferSelect): QueueItem => ({
  code: row.code,
  procedure: row.procedure,
  applicantName: row.applicantName,
  state: row.state,
  channel: row.channel,
  unit: row.unitCode,
  filedAt: row.filedAt.toISOString(),
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  nextDueAt: row.nextDueAt.toISOString(),
  dueSoonAt: row.dueSoonAt?.toISOString() ?? null,
  holder: row.holderId && row.holderName ? { id: row.holderId, name: row.holderName } : null,
  supplements: row.supplements,
  version: row.version,
})
