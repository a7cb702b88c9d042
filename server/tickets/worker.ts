import type { Carriers } from '../messages/carrier.ts'
import type { Deps } from '../platform/deps.ts'
import { bookingsQueue, type JobData, type Queues } from '../platform/queues.ts'
import { carryBookingLetter } from './carry-booking-letter.ts'

/** Shallow on purpose: the queue decides when and how often, `carryBookingLetter` decides what. */
export async function startBookingsWorker(deps: Deps, queues: Queues, carriers: Carriers): Promise<void> {
  await queues.work(bookingsQueue, (_topic, data) => workOnBookingLetter(deps, carriers, data), { concurrency: 2 })
}

export async function workOnBookingLetter(
  deps: Deps,
  carriers: Carriers,
  { outboxId, letterId, unit }: JobData,
): Promise<void> {
  if (!letterId || !unit) throw new Error(`outbox row ${outboxId} names no letter about a booking`)
  await carryBookingLetter(deps, carriers, { outboxId, letterId, unit })
}
