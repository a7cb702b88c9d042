import type { Carriers } from '../messages/carrier.ts'
import type { Deps } from '../platform/deps.ts'
import { assistanceQueue, type JobData, type Queues } from '../platform/queues.ts'
import { carryCode } from './carry-code.ts'

/** Shallow on purpose: the queue decides when and how often, `carryCode` decides what. A failure rises and is tried again. */
export async function startAssistanceWorker(deps: Deps, queues: Queues, carriers: Carriers): Promise<void> {
  await queues.work(assistanceQueue, (_topic, data) => workOnCode(deps, carriers, data), { concurrency: 2 })
}

export async function workOnCode(
  deps: Deps,
  carriers: Carriers,
  { outboxId, filingId, letterId }: JobData,
): Promise<void> {
  if (!filingId || !letterId) throw new Error(`outbox row ${outboxId} names no code to send`)
  await carryCode(deps, carriers, { outboxId, filingId, letterId })
}
