import type { Deps } from '../platform/deps.ts'
import { communeQueue, type Queues } from '../platform/queues.ts'
import { deliverDossier } from './deliver-dossier.ts'

/** One worker on each commune's queue. Shallow on purpose: the queue decides when, `deliverDossier` decides what. */
export async function startCommuneWorkers(deps: Deps, queues: Queues, units: readonly string[]): Promise<void> {
  await Promise.all(
    units.map((unit) =>
      queues.work(communeQueue(unit), (_topic, { outboxId, dossierId }) =>
        deliverDossier(deps, { outboxId, dossierId, unit }),
      ),
    ),
  )
}
