import type pg from 'pg'
import { pino } from 'pino'
import { openPool } from '#server/platform/db.ts'
import { startRelay } from '#server/platform/outbox.ts'
import { communeQueue, openPostgresQueues, openRedisQueues, type Queues } from '#server/platform/queues.ts'
import { openWakeups, type Wakeups } from '#server/platform/wakeups.ts'
import { type BenchDesk, emptyRedis } from '../bench-desk.ts'
import { openRawQueue, type RawQueue, rawJob } from '../raw-queue.ts'
import type { Bench, Row } from '../row.ts'
import { inTurns, sampleOf } from '../sample.ts'

const batch = 500
/** What stops the relay, such as a queue that does not answer in time, belongs beside its numbers. */
const log = pino({ level: 'warn' }, pino.destination(2))

/** From the outbox into the communes' queues, against BullMQ's own bulk add of the same jobs. */
export const relayRow: Row = {
  number: 6,
  title: `Relay: outbox to the queues of all communes, against addBulk(${batch}) into one queue`,
  async run({ options, ground, say }: Bench) {
    await using desk = await ground.openDesk()
    await using raw = openRawQueue(ground.redisUrl, desk.database.queueUrl)
    await using relay = await openRelay(desk, ground.redisUrl)
    const jobs = (ground.redisUrl ? 5_000 : 500) * Math.ceil(options.seconds)
    say(`${jobs} jobs a round over BullMQ on ${raw.kind}; the queues are emptied in between, no workers`)

    const limit = async () => {
      await emptyQueues(desk, ground.redisUrl)

      return addPlainly(raw, jobs)
    }
    const deliver = async () => {
      await emptyQueues(desk, ground.redisUrl)
      await fillOutbox(desk.admin, desk.units, jobs)

      return relay.moveAll(jobs)
    }
    await limit()
    await deliver()
    const { limits, desks } = await inTurns(options.rounds, limit, deliver)

    return [
      {
        row: 6,
        work: `relay outbox to BullMQ (${raw.kind})`,
        unit: 'jobs a second',
        limit: { name: `addBulk(${batch})`, sample: sampleOf(limits) },
        desk: sampleOf(desks),
        reach: { value: 0.8, better: 'more' },
      },
    ]
  },
}

/** Nothing but BullMQ: the same jobs, five hundred at a time into one queue. */
async function addPlainly(raw: RawQueue, jobs: number): Promise<number> {
  const all = Array.from({ length: jobs }, (_, index) => rawJob(String(index)))
  const start = performance.now()
  for (let from = 0; from < jobs; from += batch) await raw.addBulk(all.slice(from, from + batch))

  return jobs / ((performance.now() - start) / 1000)
}

/** The desk's relay with its own connections, as in its queue process. */
async function openRelay(desk: BenchDesk, redisUrl: string | undefined) {
  const queues = redisUrl
    ? await openRedisQueues(redisUrl, log)
    : await openPostgresQueues(desk.database.queueUrl, desk.units.length, log)
  const pool = openPool(desk.database.appUrl, { name: 'bench-relay', onError: () => undefined })
  const wake = await openWakeups(desk.database.appUrl, pool, log)

  return {
    moveAll: (jobs: number) => moveAll(pool, queues, wake, jobs),
    async [Symbol.asyncDispose]() {
      await queues.close()
      await wake.close()
      await pool.end()
    },
  }
}

async function moveAll(pool: pg.Pool, queues: Queues, wake: Wakeups, jobs: number): Promise<number> {
  const start = performance.now()
  let moved = 0
  await new Promise<void>((done, failed) => {
    const relay = startRelay(pool, queues, wake, log, (more) => {
      moved += more
      if (moved >= jobs) relay.stop().then(done, failed)
    })
  })

  return jobs / ((performance.now() - start) / 1000)
}

async function fillOutbox(admin: pg.Pool, units: readonly string[], jobs: number): Promise<void> {
  await admin.query('truncate outbox')
  await admin.query(
    `insert into outbox (topic, queue, dossier_id, body, created_at)
     select 'deliver', ($1::text[])[1 + n % cardinality($1::text[])], uuidv7(), '{}', now() from generate_series(1, $2::integer) n`,
    [units.map(communeQueue), jobs],
  )
  await admin.query('vacuum analyze outbox')
}

async function emptyQueues(desk: BenchDesk, redisUrl: string | undefined): Promise<void> {
  if (redisUrl) await emptyRedis(redisUrl)
  else await desk.admin.query('truncate bullmq.job cascade')
}
