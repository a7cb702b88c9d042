import type pg from 'pg'
import { pino } from 'pino'
import { Redis } from 'ioredis'
import { openPool } from '#server/platform/db.ts'
import { startRelay } from '#server/platform/outbox.ts'
import { communeQueue, type JobToAdd, openPostgresQueues, openRedisQueues, type Queues } from '#server/platform/queues.ts'
import { openWakeups } from '#server/platform/wakeups.ts'
import type { BenchDesk } from '../bench-desk.ts'
import type { Bench, Row } from '../row.ts'
import { inTurns, sampleOf } from '../sample.ts'

const batch = 500

/** From the outbox into the communes' queues, against BullMQ's own bulk add of the same jobs. */
export const relayRow: Row = {
  number: 6,
  title: `Relay: outbox to the queues of all communes, against addBulk(${batch}) into one queue`,
  async run({ options, ground, say }: Bench) {
    await using desk = await ground.openDesk()
    const log = pino({ level: 'silent' })
    const queues = ground.redisUrl ? await openRedisQueues(ground.redisUrl, log) : await openPostgresQueues(desk.database.queueUrl, desk.units.length, log)
    const pool = openPool(desk.database.appUrl, { name: 'bench-relay', onError: () => undefined })
    const wake = await openWakeups(desk.database.appUrl, pool, log)
    const jobs = (ground.redisUrl ? 5_000 : 500) * Math.ceil(options.seconds)
    say(`${jobs} jobs a round over BullMQ on ${queues.kind}; the queues are emptied in between, no workers`)

    const limit = async () => {
      await emptyQueues(desk, ground.redisUrl)

      return addPlainly(queues, jobs)
    }
    const relay = async () => {
      await emptyQueues(desk, ground.redisUrl)
      await fillOutbox(desk.admin, desk.units, jobs)

      return relayAll(pool, queues, wake, jobs)
    }
    await limit()
    await relay()
    const { limits, desks } = await inTurns(options.rounds, limit, relay)
    await queues.close()
    await wake.close()
    await pool.end()

    return [{
      row: 6, work: `relay outbox to BullMQ (${queues.kind})`, unit: 'jobs a second',
      limit: { name: `addBulk(${batch})`, sample: sampleOf(limits) }, desk: sampleOf(desks), reach: { value: 0.8, better: 'more' },
    }]
  },
}

/** Nothing but BullMQ: the same jobs, five hundred at a time into one queue. */
async function addPlainly(queues: Queues, jobs: number): Promise<number> {
  const all = Array.from({ length: jobs }, (_, index): JobToAdd => ({
    topic: 'deliver', jobId: `raw-${index}`, data: { outboxId: String(index), dossierId: '019ab000-0000-7000-8000-000000000000' },
  }))
  const start = performance.now()
  for (let from = 0; from < jobs; from += batch) await queues.add('bench-{raw}', all.slice(from, from + batch))

  return jobs / ((performance.now() - start) / 1000)
}

async function relayAll(...[pool, queues, wake, jobs]: [pg.Pool, Queues, Awaited<ReturnType<typeof openWakeups>>, number]): Promise<number> {
  const start = performance.now()
  let moved = 0
  await new Promise<void>((done) => {
    const relay = startRelay(pool, queues, wake, pino({ level: 'silent' }), (more) => {
      moved += more
      if (moved >= jobs) void relay.stop().then(done)
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
  if (!redisUrl) {
    await desk.admin.query(`do $$ declare t text; begin
      for t in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'bullmq' and tablename like '%job%' loop
        execute 'truncate ' || t || ' cascade'; end loop; end $$`)

    return
  }
  const redis = new Redis(redisUrl)
  await redis.flushall()
  redis.disconnect()
}
