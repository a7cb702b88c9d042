import { contactReader } from '#server/dossiers/read-contact.ts'
import type { Carriers } from '#server/messages/carrier.ts'
import { openCarriers } from '#server/messages/open-carriers.ts'
import { workOnMessage } from '#server/messages/worker.ts'
import { relayBatch } from '#server/platform/outbox.ts'
import { type JobToAdd, messagesQueue, type Queues } from '#server/platform/queues.ts'
import type { TestDesk } from '../support/desk.ts'

/** The jobs of the messages' queue that wait now, taken from the outbox. */
export async function waitingJobs(desk: TestDesk): Promise<JobToAdd[]> {
  const taken: JobToAdd[] = []
  const queues: Pick<Queues, 'add'> = {
    async add(queue, jobs) {
      if (queue === messagesQueue) taken.push(...jobs)
    },
  }
  while ((await relayBatch(desk.deps.pool, queues as Queues)) > 0) {
    /* until nothing waits */
  }

  return taken
}

/** Does what the worker would with everything that waits, until nothing does. A failing job is left to its next try. */
export async function sendAll(desk: TestDesk, carriers: Carriers = openCarriers(desk.deps)): Promise<JobToAdd[]> {
  const done: JobToAdd[] = []
  for (let jobs = await waitingJobs(desk); jobs.length > 0; jobs = await waitingJobs(desk)) {
    for (const job of jobs) await work(desk, job, carriers).catch(() => undefined)
    done.push(...jobs)
  }

  return done
}

/** One try of one job. */
export const work = (desk: TestDesk, { topic, data }: JobToAdd, carriers: Carriers): Promise<void> =>
  workOnMessage(desk.deps, { carriers, readContact: contactReader(desk.deps.keys) }, topic, data)
