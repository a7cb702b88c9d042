import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '#server/cli/verify/verify.ts'
import { feedRollups } from '#server/reports/rollups/feed-rollups.ts'
import { cellSums } from '#shared/reports/sla-cells.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'
import { logsAlone, simulateYear } from './simulated-year.ts'

let desk: TestDesk
let client: pg.Client

beforeAll(async () => {
  desk = await testDesk()
  await simulateYear(desk.owner, desk.deps, { dossiers: 80, seed: 2 })
  // And some that came in by the desk's own doors: one that is delivered, and a notice that it answers itself.
  await fileExample(desk.visitor())
  await fileExample(desk.visitor(), '1.010028')
  await desk.deliver()
  while ((await feedRollups(desk.deps)) > 0) {
    /* until nothing waits */
  }
  client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await desk[Symbol.asyncDispose]()
})

const check = (sample?: number) => verify(client, logsAlone(desk.deps), sample)

/** Plants a fault, lets verify look for it, and takes it out again. */
async function withFault(statements: { plant: string; heal: string }, look: () => Promise<void>) {
  const { rowCount } = await desk.owner.query(statements.plant)
  expect(rowCount).toBeGreaterThan(0)
  try {
    await look()
  } finally {
    await desk.owner.query(statements.heal)
  }
}

/** One row's column changed, and set back from a copy of the table. */
const changed = (table: string, key: string, column: string, value: string, where: string) => ({
  plant: `with kept as materialized (select * from ${table} where ${where} and ${column} is not null order by ${key} limit 1)
    update ${table} t set ${column} = ${value} from kept where (${key.replace(/(\w+)/g, 't.$1')}) = (${key.replace(/(\w+)/g, 'kept.$1')})`,
  heal: `update ${table} t set ${column} = c.${column} from copy_of_${table} c where (${key.replace(/(\w+)/g, 't.$1')}) = (${key.replace(/(\w+)/g, 'c.$1')})`,
})

test('a desk without a fault verifies, and says how much it looked at', async () => {
  expect(await check()).toMatchObject({ dossiers: 82, stored: 82, waiting: 0 })
})

test('a sample looks at so many dossiers and at all cells', async () => {
  const { cells } = await check()
  expect(await check(20)).toMatchObject({ dossiers: 20, stored: 82, cells })
})

test('what the reports have not counted yet is said, and is no difference', async () => {
  await fileExample(desk.visitor())
  expect(await check()).toMatchObject({ dossiers: 83, waiting: 1 })
  await desk.deliver()
  expect(await check()).toMatchObject({ dossiers: 83, waiting: 0 })
})

describe('every column of a dossier that its log decides', () => {
  beforeAll(() => desk.owner.query('create table copy_of_dossiers as select * from dossiers'))

  const later = (column: string) => `t.${column} + interval '1 minute'`
  const faults: [column: string, value: string][] = [
    ['code', `t.code || 'x'`],
    ['procedure', `'9.999999'`],
    ['procedure_version', `'9'`],
    ['channel', `case t.channel when 'post' then 'online' else 'post' end`],
    ['unit_code', `'18673'`],
    ['state', `case t.state when 'resolved' then 'returned' else 'resolved' end`],
    ['version', 't.version + 1'],
    ['delivered_at', later('delivered_at')],
    ['last_seq', 't.last_seq + 1'],
    ['last_hash', `'\\x00'`],
    ['last_at', later('last_at')],
    ['routing', `'[]'`],
    ['holder_id', `'${randomUUID()}'`],
    ['holder_name', `'Ai đó'`],
    ['filed_at', later('filed_at')],
    ['accepted_at', later('accepted_at')],
    ['ended_at', later('ended_at')],
    ['reception_due_at', later('reception_due_at')],
    ['due_at', later('due_at')],
    ['next_due_at', later('next_due_at')],
    ['due_soon_at', later('due_soon_at')],
    ['is_ended', 'not t.is_ended'],
    ['supplements', 't.supplements + 1'],
    ['verdict', `case t.verdict when 'late' then 'early' else 'late' end`],
    ['working_minutes', 't.working_minutes + 1'],
  ]
  test.each(faults)('%s', async (column, value) => {
    const field = column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
    const named = column === 'last_seq' || column === 'last_hash' ? 'the log ends elsewhere' : `${field} should be`
    await withFault(changed('dossiers', 'id', column, value, 'true'), () => expect(check()).rejects.toThrow(named))
  })

  test('variant, which few have', async () => {
    const statements = changed('dossiers', 'id', 'variant', `'khac'`, 'true')
    await withFault({ ...statements, plant: statements.plant.replace('and variant is not null', '') }, () =>
      expect(check()).rejects.toThrow('variant should be'),
    )
  })
})

describe('every figure of the reports', () => {
  beforeAll(async () => {
    await desk.owner.query('create table copy_of_sla_cells as select * from sla_cells')
    await desk.owner.query('create table copy_of_sla_facts as select * from sla_facts')
  })
  const cellKey = 'grain, starts_on, edition, unit_code, procedure, channel'

  test.each([...cellSums.map((sum) => [sum, `t.${sum} + 1`]), ['time_buckets', `'{7}'`], ['time_counts', `'{7}'`]])(
    'cell: %s',
    async (column, value) => {
      const where = `cardinality(time_buckets) > 0`
      await withFault(changed('sla_cells', cellKey, column, value, where), () =>
        expect(check()).rejects.toThrow(`${column} should be`),
      )
      // A sample of one dossier compares all cells as well.
      await withFault(changed('sla_cells', cellKey, column, value, where), () =>
        expect(check(1)).rejects.toThrow(`${column} should be`),
      )
    },
  )

  test('a cell that is missing, and one too many', async () => {
    await withFault(
      {
        plant: `delete from sla_cells where (${cellKey}) = (select ${cellKey} from copy_of_sla_cells order by ${cellKey} limit 1)`,
        heal: `insert into sla_cells select * from copy_of_sla_cells order by ${cellKey} limit 1`,
      },
      () => expect(check()).rejects.toThrow('stored is absent'),
    )
    await withFault(
      {
        plant: `insert into sla_cells select grain, '2020-01-01', ${[...['edition', 'unit_code', 'procedure', 'channel'], ...cellSums, 'time_buckets', 'time_counts'].join()} from copy_of_sla_cells limit 1`,
        heal: `delete from sla_cells where starts_on = '2020-01-01'`,
      },
      () => expect(check()).rejects.toThrow('should be absent'),
    )
  })

  const facts: [column: string, value: string][] = [
    ['edition', `'2023'`],
    ['unit_code', `'18673'`],
    ['procedure', `'9.999999'`],
    ['channel', `case t.channel when 'post' then 'online' else 'post' end`],
    ['officer_id', `'${randomUUID()}'`],
    ['filed_at', `t.filed_at + interval '1 minute'`],
    ['is_accepted', 'not t.is_accepted'],
    ['is_ended', 'not t.is_ended'],
    ['verdict', `case t.verdict when 'late' then 'early' else 'late' end`],
    ['is_late_on_arrival', 'not t.is_late_on_arrival'],
    ['supplements', 't.supplements + 1'],
    ['is_extended', 'not t.is_extended'],
    ['working_minutes', 't.working_minutes + 1'],
    ['office_minutes', 't.office_minutes + 1'],
    ['resident_minutes', 't.resident_minutes + 1'],
    ['agency_minutes', 't.agency_minutes + 1'],
    ['system_minutes', 't.system_minutes + 1'],
  ]
  test.each(facts)('what one dossier adds: %s', async (column, value) => {
    await withFault(changed('sla_facts', 'dossier_id', column, value, 'true'), () =>
      expect(check()).rejects.toThrow('counted in reports:'),
    )
  })

  test('a dossier that is not counted, and one that is not there', async () => {
    await withFault(
      {
        plant: 'delete from sla_facts where dossier_id = (select dossier_id from copy_of_sla_facts order by 1 limit 1)',
        heal: 'insert into sla_facts select * from copy_of_sla_facts order by dossier_id limit 1',
      },
      () => expect(check()).rejects.toThrow('the reports do not count it'),
    )
    await desk.owner.query(
      `insert into sla_facts select (jsonb_populate_record(f, '{"dossier_id": "00000000-0000-7000-8000-000000000000"}')).* from copy_of_sla_facts f limit 1`,
    )
    await desk.owner.query('delete from sla_cells; insert into sla_cells select * from sla_cells_of_facts')
    await expect(check()).rejects.toThrow('that is not stored')
    await desk.owner.query(`delete from sla_facts where dossier_id = '00000000-0000-7000-8000-000000000000'`)
    await desk.owner.query('delete from sla_cells; insert into sla_cells select * from copy_of_sla_cells')
    await check()
  })
})

describe('the log itself, for whoever got past its guard', () => {
  const past = async (statement: string) => {
    await desk.owner.query(
      `alter table dossier_events disable trigger user; ${statement}; alter table dossier_events enable trigger user`,
    )
  }
  beforeAll(() => desk.owner.query('create table copy_of_events as select * from dossier_events'))

  test.each([
    ['body', `body || ' '`, 'the hash does not fit'],
    ['hash', `'\\x00'`, 'the hash does not fit'],
    ['action', `'rate'`, 'action should be'],
    ['unit_code', `'18673'`, 'unitCode should be'],
    ['occurred_at', `occurred_at - interval '1 minute'`, 'occurredAt should be'],
    ['recorded_at', `recorded_at + interval '1 minute'`, 'recordedAt should be'],
  ])('a changed %s', async (column, value, named) => {
    const one = `(dossier_id, seq) = (select dossier_id, seq from copy_of_events order by 1, 2 limit 1)`
    await past(`update dossier_events set ${column} = ${value} where ${one}`)
    await expect(check()).rejects.toThrow(named)
    await past(
      `update dossier_events e set ${column} = c.${column} from copy_of_events c where (c.dossier_id, c.seq) = (e.dossier_id, e.seq)`,
    )
    await check()
  })

  test('a removed event', async () => {
    await past(
      `delete from dossier_events where (dossier_id, seq) = (select dossier_id, seq from copy_of_events where seq = 2 order by 1 limit 1)`,
    )
    await expect(check()).rejects.toThrow('missing or out of order')
  })
})
