import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTx } from '#server/platform/db.ts'
import { applyFacts, everyCommune, feedRollups } from '#server/reports/rollups/feed-rollups.ts'
import { readFacts } from '#server/reports/rollups/read-facts.ts'
import { rebuildRollups } from '#server/reports/rollups/rebuild-rollups.ts'
import { rollupLag } from '#server/reports/rollups/rollup-lag.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { appendStep, simulateYear } from './simulated-year.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await testDesk()
  await simulateYear(desk.owner, desk.deps, { dossiers: 150, seed: 1 })
})
afterAll(() => desk[Symbol.asyncDispose]())

const feedAll = async (batch?: number) => {
  while ((await feedRollups(desk.deps, batch)) > 0) {
    /* until nothing waits */
  }
}
const cells = async (from: 'sla_cells' | 'sla_cells_of_facts' = 'sla_cells') =>
  (await desk.owner.query(`select *, starts_on::text from ${from} order by 1, 2, 3, 4, 5, 6`)).rows
const facts = async () => (await desk.owner.query('select * from sla_facts order by dossier_id')).rows
const someDossier = async (where: string): Promise<string> =>
  (await desk.owner.query(`select id from dossiers where ${where} order by id limit 1`)).rows[0].id

describe('the rollups', () => {
  test('are behind by what waits, and not behind when it was counted', async () => {
    expect((await rollupLag(desk.deps.reportPool)).waiting).toBeGreaterThanOrEqual(150)
    await feedAll(40)
    expect(await rollupLag(desk.deps.reportPool)).toEqual({ seconds: 0, waiting: 0 })
    expect(await facts()).toHaveLength(150)
  })

  test('are the sums of their facts, though made dossier by dossier', async () => {
    expect(await cells()).toEqual(await cells('sla_cells_of_facts'))
    expect((await cells()).length).toBeGreaterThan(100)
  })

  test('of whole communes, on a desk that had none, are added up from the others', async () => {
    const before = await cells()
    await desk.owner.query(`delete from sla_cells where grain like 'unit%'`)
    await desk.owner.query(
      await readFile(new URL('../../db/migrations/0009_cells_of_units.sql', import.meta.url), 'utf8'),
    )
    expect(await cells()).toEqual(before)
  })

  test('stay the same when every dossier is counted again', async () => {
    const before = await cells()
    await desk.owner.query('insert into sla_pending (dossier_id) select id from dossiers order by random()')
    await feedAll(7)
    expect(await cells()).toEqual(before)
  })

  test('a batch that breaks off leaves no trace and is counted the next time', async () => {
    const before = [await cells(), await facts()]
    const id = await someDossier(`state = 'resolved' and unit_code = '18634'`)
    await desk.owner.query('update sla_facts set unit_code = $2 where dossier_id = $1', [id, '18073'])
    await desk.owner.query('delete from sla_cells')
    await desk.owner.query('insert into sla_cells select * from sla_cells_of_facts')
    await desk.owner.query('insert into sla_pending (dossier_id) values ($1)', [id])
    const broken = [await cells(), await facts()]
    const crash = withTx(desk.deps.pool, everyCommune(desk.deps), async (tx) => {
      await tx.statement('delete from sla_pending', [])
      await applyFacts(tx, await readFacts(desk.deps, tx, [id]))
      throw new Error('killed')
    })
    await expect(crash).rejects.toThrow('killed')
    expect([await cells(), await facts()]).toEqual(broken)
    await feedAll()
    expect([await cells(), await facts()]).toEqual(before)
  })

  test('two feeders at once count everything once', async () => {
    const before = await cells()
    await desk.owner.query('insert into sla_pending (dossier_id) select id from dossiers')
    await Promise.all([feedAll(20), feedAll(20), feedAll(20)])
    await feedAll()
    expect(await cells()).toEqual(before)
    expect((await rollupLag(desk.deps.reportPool)).waiting).toBe(0)
  })

  test('a late step moves the dossier out of the cells where it was and into those where it belongs', async () => {
    const id = await someDossier(`state = 'processing' and unit_code = '18634'`)
    const at = new Date('2026-11-20T10:00:00+07:00')
    const actor = { kind: 'system', part: 'test' } as const
    const transfer = { from: '18634', to: '18073', reason: 'nhầm xã' }
    await appendStep(desk.owner, desk.deps, id, { action: 'transfer', actor, data: transfer }, at)
    await appendStep(desk.owner, desk.deps, id, { action: 'withdraw', actor, data: { reason: null } }, at)
    await feedAll()
    const { rows } = await desk.owner.query('select unit_code, is_ended from sla_facts where dossier_id = $1', [id])
    expect(rows).toEqual([{ unit_code: '18073', is_ended: true }])
    expect(await cells()).toEqual(await cells('sla_cells_of_facts'))
  })

  test('a rebuild mends whatever was wrong, and finds nothing to mend otherwise', async () => {
    const before = [await cells(), await facts()]
    await desk.owner.query('update sla_cells set late = late + 3')
    await desk.owner.query(`delete from sla_facts where unit_code = '18652'`)
    expect(await rebuildRollups({ pool: desk.owner, reference: desk.deps.reference })).toBe(150)
    expect([await cells(), await facts()]).toEqual(before)
    await rebuildRollups({ pool: desk.owner, reference: desk.deps.reference })
    expect([await cells(), await facts()]).toEqual(before)
  })

  test('an event and its place in the line of the reports are committed together, or neither is', async () => {
    const client = await desk.owner.connect()
    try {
      await client.query('begin')
      await client.query(
        `insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
         select dossier_id, seq + 1000, action, unit_code, occurred_at, recorded_at, body, hash from dossier_events limit 1`,
      )
      expect((await client.query('select count(*)::integer as n from sla_pending')).rows).toEqual([{ n: 1 }])
      expect((await rollupLag(desk.deps.reportPool)).waiting).toBe(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect((await rollupLag(desk.deps.reportPool)).waiting).toBe(0)
  })
})
