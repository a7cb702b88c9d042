import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink } from '#server/dossiers/event-chain.ts'
import type { Progress } from '#server/simulate/progress.ts'
import { runSimulate, simulate } from '#server/simulate/simulate.ts'
import type { Summary } from '#server/simulate/summary.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'

const extent = { dossiers: 25, days: 8, seed: 1 }
const notes: string[] = []
const progress: Progress = { show: () => undefined, note: (text) => notes.push(text), end: () => undefined }

let desk: TestDesk
let url: string
let summary: Summary
const deliveries: Promise<void>[] = []

beforeAll(async () => {
  desk = await testDesk()
  // What relay and workers do: look whenever something was promised.
  desk.deps.wake.onHint((hint) => {
    if (hint === 'outbox') deliveries.push(desk.deliver())
  })
  url = await desk.app.listen({ port: 0, host: '127.0.0.1' })
  summary = await simulate({ ...extent, url }, progress)
  await Promise.all(deliveries)
}, 120_000)
afterAll(() => desk[Symbol.asyncDispose]())

interface Stored {
  id: string
  state: string
  channel: string
  last_seq: number
  last_hash: Buffer
  delivered_at: Date | null
}

const stored = async () => (await desk.owner.query<Stored>('select * from dossiers order by filed_at, id')).rows

test('all that was planned is filed and delivered, and the clock stands where the run ends', async () => {
  const dossiers = await stored()

  expect(dossiers).toHaveLength(extent.dossiers)
  expect(dossiers.filter(({ delivered_at }) => delivered_at === null)).toEqual([])
  expect(summary).toMatchObject({ filed: extent.dossiers, astray: 0, isResumed: false })
  expect(desk.deps.now()).toEqual(summary.endsAt)
})

test('dossiers are left in many states, at the counter and online, and the summary counts them', async () => {
  const dossiers = await stored()
  const states = new Set(dossiers.map(({ state }) => state))
  const of = (...wanted: string[]) => dossiers.filter(({ state }) => wanted.includes(state)).length

  expect(states.size).toBeGreaterThanOrEqual(4)
  expect(new Set(dossiers.map(({ channel }) => channel))).toEqual(new Set(['online', 'counter']))
  expect(of('resolved', 'returned')).toBe(summary.resolved)
  expect(of('refused', 'refused_intake')).toBe(summary.refused)
  expect(of('submitted', 'accepted', 'processing', 'need_supplement', 'payment_due', 'proposed')).toBe(summary.open)
  expect(summary.open).toBeGreaterThan(0)
})

test('every chain verifies, and no log runs backwards', async () => {
  for (const { id, last_seq, last_hash } of await stored()) {
    const { rows } = await desk.owner.query<{ seq: number; body: string; hash: Buffer; recorded_at: Date }>(
      'select seq, body, hash, recorded_at from dossier_events where dossier_id = $1 order by seq',
      [id],
    )
    const times = rows.map(({ recorded_at }) => recorded_at.getTime())

    expect(brokenLink(id, rows, { seq: last_seq, hash: last_hash })).toBeUndefined()
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
})

test('officers’ work of many kinds was done by their own accounts, never after the end of the run', async () => {
  const { rows } = await desk.owner.query<{ action: string; at: Date; kind: string; role: string | null }>(
    `select action, recorded_at as at, body::json -> 'actor' ->> 'kind' as kind, body::json -> 'actor' ->> 'role' as role from dossier_events`,
  )
  const actionsOf = (role: string) => new Set(rows.filter((row) => row.role === role).map(({ action }) => action))

  expect([...actionsOf('officer')]).toEqual(expect.arrayContaining(['claim', 'accept', 'propose']))
  expect([...actionsOf('commander')]).toContain('resolve')
  expect(rows.filter(({ at }) => at > summary.endsAt)).toEqual([])
})

test('the same run again finds its own traces and doubles nothing', async () => {
  const events = async () =>
    Number((await desk.owner.query('select count(*) from dossier_events where action <> $1', ['claim'])).rows[0].count)
  const before = await events()

  const again = await simulate({ ...extent, url }, progress)
  await Promise.all(deliveries)

  expect(await stored()).toHaveLength(extent.dossiers)
  expect(await events()).toBe(before)
  expect(again).toMatchObject({ filed: extent.dossiers, resolved: summary.resolved, isResumed: true })
  expect(notes.at(-1)).toContain('goes on from there')
}, 60_000)

test('without a desk, and with numbers that are none, it says so in a sentence', async () => {
  await expect(runSimulate({ ...extent, url: 'http://127.0.0.1:9' })).rejects.toThrow(
    'No desk answers at http://127.0.0.1:9',
  )
  await expect(runSimulate({ ...extent, dossiers: Number.NaN, url })).rejects.toThrow(
    '--dossiers must be a whole number',
  )
})

test('a desk in production is left alone', async () => {
  await using official = await testDesk({ isProduction: true })
  const address = await official.app.listen({ port: 0, host: '127.0.0.1' })

  await expect(simulate({ ...extent, url: address }, progress)).rejects.toThrow('is in production')
  expect((await official.owner.query('select 1 from dossiers')).rows).toEqual([])
})
