import { receiveNotice } from '../dossiers/receive-notice.ts'
import type { Deps } from '../platform/deps.ts'
import { communeQueue, type JobData, type Queues } from '../platform/queues.ts'
import { deliverDossier } from './deliver-dossier.ts'
import { reindexDossier } from './reindex-dossier.ts'

/** One worker on each commune's queue. Shallow on purpose: the queue decides when, the use cases decide what. */
export async function startCommuneWorkers(deps: Deps, queues: Queues, units: readonly string[]): Promise<void> {
  await Promise.all(
    units.map((unit) => queues.work(communeQueue(unit), (topic, data) => workOnDossier(deps, unit, topic, data))),
  )
}

/** Does what a job in a commune's queue is for. */
export async function workOnDossier(
  deps: Deps,
  unit: string,
  topic: string,
  { outboxId, dossierId }: JobData,
): Promise<void> {
  const work = topic === 'index' ? reindexDossier : deliverDossier

  await work(deps, { outboxId, dossierId, unit })
  // After its delivery, so that whatever fails here is tried again with it and an officer sees it meanwhile.
  if (topic === 'receive_notice') await receiveNotice(deps, { dossierId, unit })
}
