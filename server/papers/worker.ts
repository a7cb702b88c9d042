import type { Deps } from '../platform/deps.ts'
import { papersQueue, type Queues } from '../platform/queues.ts'
import { cleanPaper } from './clean-paper.ts'

/**
 * Shallow on purpose: the queue decides when, `cleanPaper` decides what. One at a time, because decoding a photo
 * takes a whole core. A failure rises, and the queue tries again.
 */
export async function startPapersWorker(deps: Pick<Deps, 'pool' | 'store' | 'now'>, queues: Queues): Promise<void> {
  await queues.work(
    papersQueue,
    async (_topic, { outboxId, uploadId }) => {
      if (!uploadId) throw new Error(`outbox row ${outboxId} names no upload`)
      await cleanPaper(deps, outboxId, uploadId)
    },
    { concurrency: 1 },
  )
}
