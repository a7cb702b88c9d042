import type { Deps } from '../platform/deps.ts'
import { calendarQueue, type Queues } from '../platform/queues.ts'
import { moveDates } from './move-dates.ts'

/** Shallow on purpose: the queue decides when, `moveDates` decides what. One change after the other. */
export async function startCalendarWorker(deps: Deps, queues: Queues): Promise<void> {
  await queues.work(
    calendarQueue,
    async (_topic, { outboxId, changeId }) => {
      if (!changeId) throw new Error(`outbox row ${outboxId} names no change of the calendar`)
      await moveDates(deps, outboxId, changeId)
    },
    { concurrency: 1 },
  )
}
