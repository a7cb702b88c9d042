import { createPostgresBackend, type Job, type JobsOptions, Queue, Worker, withBackend } from 'bullmq'
import { Cluster, Redis } from 'ioredis'
import pg from 'pg'
import type { Logger } from 'pino'
import { surviveDyingBackends } from './db.ts'

/** What a job carries: ids only, never personal data. Redis is delivery, not a place for people's papers. */
export interface JobData {
  outboxId: string
  dossierId: string
  [id: string]: string
}

export interface JobToAdd {
  topic: string
  /** `ob-<outbox id>`, with `-r<attempt>` when it is relayed again: BullMQ refuses bare integers and colons. */
  jobId: string
  data: JobData
}

export type JobHandler = (topic: string, data: JobData) => Promise<void>

/** BullMQ over Redis, or over its own PostgreSQL backend where there is no Redis; both behave alike (tests/workers). */
export interface Queues {
  kind: 'redis' | 'postgres'
  /** Adds all or rejects; what was added before a failure is recognised by its job id when it comes again. */
  add(queue: string, jobs: readonly JobToAdd[]): Promise<void>
  /** Which of these jobs the queue still knows, whatever their state. */
  known(queue: string, jobIds: readonly string[]): Promise<Set<string>>
  /** One worker on one queue, ready when the promise resolves. Errors of the handler are retried by BullMQ. */
  work(queue: string, handler: JobHandler, options?: { concurrency?: number }): Promise<void>
  /** Waiting and running jobs of a queue, for the page that watches the desk's health. */
  backlog(queue: string): Promise<number>
  close(): Promise<void>
}

/**
 * One queue per commune police unit, so that a station closed by a storm can be paused alone.
 * The braces are the hash tag: a Redis Cluster answers CROSSSLOT without them, and renaming later strands jobs.
 */
export const communeQueue = (unit: string) => `commune-{${unit}}`

/** Where changes of the calendar are carried out, one after the other. */
export const calendarQueue = 'desk-{calendar}'

/** Where uploaded papers are re-encoded. */
export const papersQueue = 'desk-{papers}'

/** Where reports and lists that take long are made. */
export const exportsQueue = 'desk-{exports}'

/** What residents are told away from the screen. */
export const messagesQueue = 'desk-{messages}'

/** The digits by which residents confirm what a helper typed in for them. */
export const assistanceQueue = 'desk-{assistance}'

/** What is told about bookings: reminders, and that the office is closed then. */
export const bookingsQueue = 'desk-{bookings}'

/** Where those are asked whose agreement a dossier needs. */
export const consentsQueue = 'desk-{consents}'

const jobDefaults: JobsOptions = {
  attempts: 12,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 7 * 24 * 3_600 },
}
const workerDefaults = { lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 5 }

/** `Worker.close()` can wait for ever when Redis is gone; after this long the process goes on without it. */
const closeWithinMs = 8_000

/**
 * Connects to Redis, Valkey or a cluster of them (`redis://a,redis://b`).
 * Refuses an eviction policy other than `noeviction`: with any other, acknowledged jobs vanish silently.
 */
export async function openRedisQueues(url: string, log: Logger): Promise<Queues> {
  const connect = (options: object) =>
    url.includes(',') ? new Cluster(url.split(',').map(nodeOf), { redisOptions: options }) : new Redis(url, options)
  // A producer fails at once when Redis is away, and soon when it is silent: the outbox keeps the row and tries again.
  const producing = connect({
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 5_000,
    lazyConnect: true,
  })
  const consuming = connect({ maxRetriesPerRequest: null, socketTimeout: 15_000, lazyConnect: true })
  for (const connection of [producing, consuming]) {
    connection.on('error', (error: Error) => log.warn({ error: error.message }, 'redis connection'))
  }
  await Promise.all([producing.connect(), consuming.connect()])
  const policy = await evictionPolicy(producing)
  if (policy !== undefined && policy !== 'noeviction') {
    producing.disconnect()
    consuming.disconnect()
    throw new Error(`Redis must run with maxmemory-policy noeviction, it has ${policy}`)
  }

  return queuesOver({
    kind: 'redis',
    log,
    makeQueue: (name) => new Queue(name, { connection: producing, defaultJobOptions: jobDefaults }),
    makeWorker: (name, process, concurrency) =>
      new Worker(name, process, { connection: consuming, concurrency, ...workerDefaults }),
    disconnect: async () => {
      producing.disconnect()
      consuming.disconnect()
    },
  })
}

/**
 * BullMQ on PostgreSQL, with a pool of its own: each worker keeps one LISTEN connection for good, and a pool that is
 * too small waits for ever without an error. `workers` is how many queues this process will work on.
 */
export async function openPostgresQueues(url: string, workers: number, log: Logger): Promise<Queues> {
  const pool = new pg.Pool({
    connectionString: url,
    options: '-c search_path=bullmq',
    max: workers + 8,
    // Long, because a rejection while BullMQ starts a worker ends the process, and 69 start at once.
    connectionTimeoutMillis: 30_000,
    application_name: 'quay-queue',
    keepAlive: true,
  })
  pool.setMaxListeners(0)
  pool.on('error', (error) => log.warn({ error: error.message }, 'queue connection'))
  surviveDyingBackends(pool)
  const { Queue: PgQueue, Worker: PgWorker } = withBackend(createPostgresBackend)

  return queuesOver({
    kind: 'postgres',
    log,
    makeQueue: (name) => new PgQueue(name, { connection: pool, defaultJobOptions: jobDefaults }) as unknown as Queue,
    makeWorker: (name, process, concurrency) =>
      new PgWorker(name, process, { connection: pool, concurrency, ...workerDefaults }) as unknown as Worker,
    disconnect: () => pool.end(),
  })
}

interface Backend {
  kind: Queues['kind']
  log: Logger
  makeQueue(name: string): Queue
  makeWorker(name: string, process: (job: Job<JobData>) => Promise<void>, concurrency: number): Worker
  disconnect(): Promise<void>
}

function queuesOver({ kind, log, makeQueue, makeWorker, disconnect }: Backend): Queues {
  const queues = new Map<string, Queue>()
  const workers: Worker[] = []
  const queueOf = (name: string) => {
    let queue = queues.get(name)
    if (!queue) {
      queue = makeQueue(name)
      queue.on('error', (error) => log.warn({ error: error.message, queue: name }, 'queue'))
      queues.set(name, queue)
    }

    return queue
  }

  return {
    kind,
    async add(name, jobs) {
      await queueOf(name).addBulk(jobs.map(({ topic, jobId, data }) => ({ name: topic, data, opts: { jobId } })))
    },
    async known(name, jobIds) {
      const found = await Promise.all(jobIds.map((id) => queueOf(name).getJob(id)))

      return new Set(found.flatMap((job) => job?.id ?? []))
    },
    async work(name, handler, { concurrency = 4 } = {}) {
      const worker = makeWorker(name, (job) => handler(job.name, job.data), concurrency)
      worker.on('failed', (job, error) =>
        log.error({ error: error.message, jobId: job?.id, queue: name }, 'job failed'),
      )
      worker.on('error', (error) => log.warn({ error: error.message, queue: name }, 'worker'))
      workers.push(worker)
      await worker.waitUntilReady()
    },
    async backlog(name) {
      const counts = await queueOf(name).getJobCounts('waiting', 'active', 'delayed')

      return Object.values(counts).reduce((sum, n) => sum + n, 0)
    },
    async close() {
      const closing = Promise.allSettled([...workers, ...queues.values()].map((each) => each.close()))
      await Promise.race([closing, new Promise((done) => setTimeout(done, closeWithinMs).unref())])
      await disconnect()
    },
  }
}

async function evictionPolicy(redis: Redis | Cluster): Promise<string | undefined> {
  // A hosted Redis may forbid CONFIG; INFO tells too.
  const info = await redis.info('memory')

  return /maxmemory_policy:(\S+)/.exec(info)?.[1]
}

const nodeOf = (url: string) => {
  const { hostname, port } = new URL(url)

  return { host: hostname, port: Number(port || 6379) }
}
