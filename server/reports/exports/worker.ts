import type { Deps } from '../../platform/deps.ts'
import { exportsQueue, type Queues } from '../../platform/queues.ts'
import { runExport } from './run-export.ts'

type Needs = Parameters<typeof runExport>[0]

/** Shallow on purpose: the queue decides when, `runExport` decides what. Two at a time, so that nobody's list blocks a form. */
export async function startExportsWorker(deps: Needs & Pick<Deps, 'log'>, queues: Queues): Promise<void> {
  await queues.work(
    exportsQueue,
    async (_topic, { outboxId, exportId }) => {
      if (!exportId) throw new Error(`outbox row ${outboxId} names no export`)
      await runExport(deps, outboxId, exportId)
    },
    { concurrency: 2 },
  )
}
