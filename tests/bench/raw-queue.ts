import { createPostgresBackend, type Job, Queue, Worker, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'

/** One job as the desk's are: ids and nothing else. */
export interface RawJob {
  name: string
  data: { outboxId: string; dossierId: string }
  opts: { jobId: string }
}

/** BullMQ by itself, without the desk's wrapper, outbox or time limits: the limit of what the desk delivers. */
export interface RawQueue extends AsyncDisposable {
  kind: 'redis' | 'postgres'
  addBulk(jobs: readonly RawJob[]): Promise<void>
  /** A worker in this process; resolves once it waits for jobs. */
  work(handle: (outboxId: string) => void): Promise<void>
}

const name = 'bench-{raw}'

export function openRawQueue(redisUrl: string | undefined, queueUrl: string): RawQueue {
  return redisUrl ? overRedis(redisUrl) : overPostgres(queueUrl)
}

export const rawJob = (id: string): RawJob => ({
  name: 'deliver',
  data: { outboxId: id, dossierId: '019ab000-0000-7000-8000-000000000000' },
  opts: { jobId: `raw-${id}` },
})

function overRedis(url: string): RawQueue {
  const connection = new Redis(url, { maxRetriesPerRequest: null })

  return queueOf(
    'redis',
    new Queue(name, { connection }),
    (process) => new Worker(name, process, { connection, concurrency: 4 }),
    () => connection.disconnect(),
  )
}

function overPostgres(url: string): RawQueue {
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=bullmq', max: 12 })
  pool.on('error', () => undefined)
  const { Queue: PgQueue, Worker: PgWorker } = withBackend(createPostgresBackend)

  return queueOf(
    'postgres',
    new PgQueue(name, { connection: pool }) as unknown as Queue,
    (process) => new PgWorker(name, process, { connection: pool, concurrency: 4 }) as unknown as Worker,
    () => pool.end(),
  )
}

function queueOf(
  kind: RawQueue['kind'],
  queue: Queue,
  makeWorker: (process: (job: Job<RawJob['data']>) => Promise<void>) => Worker,
  disconnect: () => unknown,
): RawQueue {
  let worker: Worker | undefined

  return {
    kind,
    async addBulk(jobs) {
      await queue.addBulk([...jobs])
    },
    async work(handle) {
      worker = makeWorker(async (job) => handle(job.data.outboxId))
      await worker.waitUntilReady()
    },
    async [Symbol.asyncDispose]() {
      await worker?.close()
      await queue.close()
      await disconnect()
    },
  }
}
