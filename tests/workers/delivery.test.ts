import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { deliverDossier } from '#server/counter/deliver-dossier.ts'
import { reconcile } from '#server/platform/outbox.ts'
import type { Queues } from '#server/platform/queues.ts'
import { province } from '#server/platform/reference.ts'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'
import { testRedis } from '../support/redis.ts'

const redis = await testRedis()

afterAll(async () => {
  await redis?.[Symbol.asyncDispose]()
})

const inToanLuu = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 1' } }

describe.each([
  { kind: 'postgres' as const, isHere: true },
  { kind: 'redis' as const, isHere: redis !== undefined },
])('over BullMQ on $kind', ({ kind, isHere }) => {
  let desk: TestDesk
  beforeAll(async () => {
    if (!isHere) return
    desk = await testDesk({
      queue: { ...(kind === 'redis' && redis && { redisUrl: redis.url }), units: [toanLuu, thanhSen, province.code] },
    })
  })
  afterAll(() => desk?.[Symbol.asyncDispose]())

  test.skipIf(!isHere)('a filing reaches its commune’s desk and no other', async () => {
    const filed = await fileExample(desk.visitor(), '1.004194', inToanLuu)
    const here = await desk.signIn(`canbo-${toanLuu}`)
    const elsewhere = await desk.signIn(`canbo-${thanhSen}`)

    await vi.waitFor(async () => {
      const { items } = (await here.request('GET', '/api/desk/queue')).json()
      expect(items.map(({ code }: { code: string }) => code)).toContain(filed.code)
    }, 10_000)
    const { items } = (await elsewhere.request('GET', '/api/desk/queue')).json()
    expect(items).toEqual([])
    const guessed = await elsewhere.request('GET', `/api/dossiers/${filed.code}`)
    expect(guessed.statusCode).toBe(404)
  })

  test.skipIf(!isHere)(
    'what routing cannot decide comes over the province’s queue, and a notice is received where it is sent',
    async () => {
      const resident = desk.visitor()
      const place = { unit: { edition: '2023', code: '18082' }, now: 'unsure', detail: 'Tổ dân phố 3' }
      const { code } = await fileExample(resident, '2.001159', { place })
      const supervisor = await desk.signIn('giamsat-hatinh')
      const waiting = async () =>
        (await supervisor.request('GET', '/api/desk/triage')).json().items.map((item: { code: string }) => item.code)
      await vi.waitFor(async () => expect(await waiting()).toEqual([code]), 10_000)

      const sent = await supervisor.request(
        'POST',
        `/api/dossiers/${code}/transfers`,
        { to: thanhSen, reasonCode: 'records_checked', reason: 'Tổ dân phố 3 nay thuộc Thành Sen.' },
        { 'if-match': '"1"', ...newKey() },
      )
      expect(sent.statusCode, sent.body).toBe(204)

      await vi.waitFor(async () => {
        const { rows } = await desk.owner.query('select state, unit_code, verdict from dossiers where code = $1', [
          code,
        ])
        expect(rows).toEqual([{ state: 'returned', unit_code: thanhSen, verdict: 'on_time' }])
      }, 10_000)
      expect(await waiting()).toEqual([])
    },
  )

  test.skipIf(!isHere)('the same job twice delivers once', async () => {
    const filed = await fileExample(desk.visitor(), '1.004194', inToanLuu)
    const deliveries = async () =>
      (
        await desk.owner.query(
          `select e.seq, o.id, o.done_at, d.id as dossier from dossiers d join outbox o on o.dossier_id = d.id and o.topic = 'deliver'
       left join dossier_events e on e.dossier_id = d.id and e.action = 'deliver' where d.code = $1`,
          [filed.code],
        )
      ).rows
    await vi.waitFor(async () => expect((await deliveries())[0].done_at).not.toBeNull(), 10_000)
    const [delivery] = await deliveries()

    await Promise.all(
      [1, 2, 3].map(() =>
        deliverDossier(desk.deps, { outboxId: delivery.id, dossierId: delivery.dossier, unit: toanLuu }),
      ),
    )

    expect(await deliveries()).toHaveLength(1)
  })

  test.skipIf(!isHere)('a job that the queue lost is found by the reconciler and delivered after all', async () => {
    const filed = await fileExample(desk.visitor(), '1.004194', inToanLuu)
    await vi.waitFor(async () => {
      const { rows } = await desk.owner.query(
        `select 1 from outbox o join dossiers d on d.id = o.dossier_id where d.code = $1 and o.topic = 'deliver' and o.done_at is not null`,
        [filed.code],
      )
      expect(rows).toHaveLength(1)
    }, 10_000)
    // As after a FLUSHALL between relay and worker: relayed long ago, never done, and no queue knows the job.
    await desk.owner.query(
      `delete from inbox where outbox_id = (select o.id from outbox o join dossiers d on d.id = o.dossier_id where d.code = $1 and o.topic = 'deliver')`,
      [filed.code],
    )
    await desk.owner.query(
      `update outbox set done_at = null, queued_at = now() - interval '1 hour' where topic = 'deliver' and dossier_id = (select id from dossiers where code = $1)`,
      [filed.code],
    )
    const forgetful = { known: async () => new Set<string>() } as unknown as Queues

    expect(await reconcile(desk.deps.pool, forgetful)).toBe(1)
    desk.deps.wake.send('outbox')

    await vi.waitFor(async () => {
      const { rows } = await desk.owner.query(
        `select o.attempts from outbox o join dossiers d on d.id = o.dossier_id where d.code = $1 and o.topic = 'deliver' and o.done_at is not null`,
        [filed.code],
      )
      expect(rows).toEqual([{ attempts: 2 }])
    }, 10_000)
  })

  test.skipIf(!isHere)('jobs carry ids and nothing of a person', async () => {
    const { rows } = await desk.owner.query(`select body, topic, queue from outbox`)

    expect(rows.length).toBeGreaterThan(0)
    for (const { body } of rows) {
      for (const value of Object.values(body)) expect(value).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

test.skipIf(!redis)('Redis with another eviction policy than noeviction is refused at start', async () => {
  const { Redis } = await import('ioredis')
  const { openRedisQueues } = await import('#server/platform/queues.ts')
  const { openLog } = await import('#server/parts.ts')
  const admin = new Redis(redis?.url ?? '')
  await admin.config('SET', 'maxmemory-policy', 'allkeys-lru')

  await expect(openRedisQueues(redis?.url ?? '', openLog({ logLevel: 'silent' }))).rejects.toThrow('noeviction')

  await admin.config('SET', 'maxmemory-policy', 'noeviction')
  admin.disconnect()
})
