import type { Deps } from '../platform/deps.ts'
import { consentsQueue, type Queues } from '../platform/queues.ts'
import { askConsents } from './ask-consents.ts'

/** Shallow on purpose: the queue decides when and how often, `askConsents` decides what. */
export const startConsentsWorker = (deps: Deps, queues: Queues): Promise<void> =>
  queues.work(consentsQueue, (_topic, { outboxId, dossierId }) => askConsents(deps, { outboxId, dossierId }))
