import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '#server/cli/verify/verify.ts'
import { feedRollups } from '#server/reports/rollups/feed-rollups.ts'
import { randomOf } from '#server/simulate/random.ts'
import { backlogAges, type SlaFigures, type SlaMeasure, type SlaView, slaMeasures } from '#shared/reports/schemas.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { type RawFigures, rawFigures, readRawLog } from './raw-log.ts'
import { logsAlone, simulateDossier, simulateYear, yearPeriod } from './simulated-year.ts'

const dossiers = 300

let desk: TestDesk
let client: pg.Client
let supervisor: Caller

beforeAll(async () => {
  desk = await testDesk()
  await simulateYear(desk.owner, desk.deps, { dossiers, seed: 3 })
  while ((await feedRollups(desk.deps)) > 0) {
    /* until nothing waits */
  }
  client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
  await readRawLog(client)
  supervisor = await desk.signIn('giamsat-hatinh')
})
afterAll(async () => {
  await client.end()
  await desk[Symbol.asyncDispose]()
})

async function report(query: Record<string, string>, someone = supervisor): Promise<SlaView> {
  const answer = await someone.request('GET', `/api/reports/sla?${new URLSearchParams(query)}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)

  return answer.json()
}

/** How many dossiers a list has, page by page. */
async function listed(href: string, measure: SlaMeasure, someone = supervisor): Promise<number> {
  const codes = new Set<string>()
  for (let cursor = ''; ; ) {
    const answer = await someone.request('GET', `${href}&measure=${measure}${cursor}`)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    for (const { code } of answer.json().items) codes.add(code)
    const { nextCursor } = answer.json()
    if (!nextCursor) return codes.size
    cursor = `&cursor=${nextCursor}`
  }
}

const periods = [
  yearPeriod,
  { from: '2026-01-01', to: '2026-06-30' },
  { from: '2026-02-14', to: '2026-03-28' },
  { from: '2025-12-15', to: '2026-08-14' },
]
const groupings = [
  ['unit', 'unit_code', 'true', {}],
  ['procedure', 'procedure', `channel = 'online'`, { channel: 'online' }],
  ['channel', 'channel', `unit_code = '18634'`, { unit: '18634' }],
  [
    'month',
    `to_char(filed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`,
    `procedure = '1.004194'`,
    { procedure: '1.004194' },
  ],
] as const

function expectEqual(figures: SlaFigures, { median, p90, key: _key, ...counts }: RawFigures) {
  expect(figures).toMatchObject(counts)
  for (const [estimate, exact] of [
    [figures.medianMinutes, median],
    [figures.p90Minutes, p90],
  ] as const) {
    if (exact === null || estimate === null) expect(estimate).toBe(exact)
    else expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(exact * 0.05)
  }
}

describe('the report of a simulated year equals SQL over the raw log', () => {
  describe.each(periods)('$from to $to', (period) => {
    test.each(groupings)('by %s', async (by, expression, where, filter) => {
      const view = await report({ ...period, ...filter, by })
      const raw = await rawFigures(client, period, expression, where)
      const shown = view.rows.filter(({ received }) => received > 0)
      expect(shown.map(({ key }) => key)).toEqual(raw.map(({ key }) => key))
      for (const [index, row] of shown.entries()) expectEqual(row, raw[index] as RawFigures)
      const [total] = await rawFigures(client, period, `'all'`, where)
      expectEqual(view.totals, total as RawFigures)
    })
  })

  test('the period before is the raw log of the period before', async () => {
    const view = await report({ from: '2026-07-01', to: '2026-09-30', by: 'unit' })
    expect(view.before).toMatchObject({ from: '2026-04-01', to: '2026-06-30' })
    const raw = await rawFigures(client, view.before, 'unit_code')
    for (const figures of raw) {
      const row = view.rows.find(({ key }) => key === figures.key)
      expectEqual(row?.before as SlaFigures, figures)
    }
    expectEqual(view.before.totals, (await rawFigures(client, view.before, `'all'`))[0] as RawFigures)
  })

  test('what all of it rests on verifies', async () => {
    expect(await verify(client, logsAlone(desk.deps))).toMatchObject({ dossiers })
  })
})

const fieldOf = (measure: SlaMeasure) =>
  measure.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()) as keyof SlaFigures

describe('every number opens as many dossiers as it counts', () => {
  const counted = slaMeasures.filter((measure) => !measure.startsWith('age_'))

  test.each(['unit', 'procedure', 'channel', 'month'])('by %s', async (by) => {
    const view = await report({ from: '2026-03-10', to: '2026-11-20', by })
    for (const row of view.rows.slice(0, 2)) {
      for (const measure of counted)
        expect([row.key, measure, await listed(row.href, measure)]).toEqual([row.key, measure, row[fieldOf(measure)]])
    }
  })

  test('by officer, in one commune and a quarter', async () => {
    const view = await report({ from: '2026-09-01', to: '2026-11-20', unit: '18634', by: 'officer' })
    expect(view.rows.length).toBeGreaterThanOrEqual(3)
    expect(view.rows.reduce((sum, { received }) => sum + received, 0)).toBe(view.totals.received)
    const byUnit = await report({ from: '2026-09-01', to: '2026-11-20', unit: '18634', by: 'unit' })
    expect(view.totals).toEqual(byUnit.totals)
    for (const row of view.rows)
      for (const measure of counted)
        expect([row.key, measure, await listed(row.href, measure)]).toEqual([row.key, measure, row[fieldOf(measure)]])
  })

  test('all open dossiers by age, whenever they were filed', async () => {
    const view = await report({ from: '2026-11-01', to: '2026-11-20', by: 'unit' })
    const { rows } = await desk.owner.query('select count(*)::integer as n from dossiers where not is_ended')
    expect(view.backlog.map(({ measure }) => measure)).toEqual(backlogAges.map(({ measure }) => measure))
    expect(view.backlog.reduce((sum, { count }) => sum + count, 0)).toBe(rows[0].n)
    for (const { href, measure, count } of view.backlog)
      expect([measure, await listed(href, measure)]).toEqual([measure, count])
  })
})

describe('by officer', () => {
  test('not over all communes, and not over a year', async () => {
    const refused = async (query: string) => {
      const answer = await supervisor.request('GET', `/api/reports/sla?by=officer&${query}`)

      return [answer.statusCode, answer.json().errors?.[0]?.parameter]
    }
    expect(await refused('from=2026-11-01&to=2026-11-20')).toEqual([400, 'unit'])
    expect(await refused('from=2026-01-01&to=2026-11-20&unit=18634')).toEqual([400, 'from'])
  })
})

describe('communes of then and of now', () => {
  const period = { from: '2024-01-01', to: '2024-12-31' }
  let merged: { code: string }
  let divided: { code: string }

  beforeAll(async () => {
    const { reference } = desk.deps
    const directory = reference.directory()
    const old = directory.units.filter(({ edition }) => edition === '2023')
    const successors = (code: string) => directory.today({ edition: '2023', code })
    const one = old.find(
      ({ code }) => code !== '18634' && successors(code).length === 1 && successors(code)[0]?.unit.code === '18634',
    )
    const two = old.find(({ code }) => successors(code).length > 1)
    if (!one || !two) throw new Error('the reference data has no such communes')
    merged = one
    divided = two
    for (const [number, unit] of [merged.code, merged.code, divided.code].entries())
      await simulateDossier(desk.owner, desk.deps, {
        code: `then-${number}`,
        unit,
        filedAt: Date.parse(`2024-03-0${number + 4}T09:00:00+07:00`),
        random: randomOf('then', number),
      })
    while ((await feedRollups(desk.deps)) > 0) {
      /* until nothing waits */
    }
  })

  test('of now: a merged commune is counted for its successor, a divided one stays itself', async () => {
    const { rows } = await report({ ...period, by: 'unit' })
    expect(rows.map(({ key, received }) => [key, received])).toEqual([
      [`2023/${divided.code}`, 1],
      ['18634', 2],
    ])
  })

  test('of then: each under its own name, with its district', async () => {
    const { rows } = await report({ ...period, by: 'unit', units: 'then' })
    expect(rows.map(({ key, received }) => [key, received]).sort()).toEqual(
      [
        [`2023/${divided.code}`, 1],
        [`2023/${merged.code}`, 2],
      ].sort(),
    )
    expect(rows.every(({ label }) => label.vi.endsWith('cũ)'))).toBe(true)
    for (const row of rows) expect(await listed(row.href, 'received')).toBe(row.received)
  })

  test('the successor may see what its predecessor did; another commune may not', async () => {
    const toanLuu = await desk.signIn('chihuy-18634')
    expect((await report({ ...period, by: 'unit' }, toanLuu)).totals.received).toBe(2)
    const other = await desk.signIn('chihuy-18673')
    expect((await report({ ...period, by: 'unit' }, other)).totals.received).toBe(0)
    const answer = await other.request('GET', `/api/reports/sla?unit=${merged.code}&edition=2023&units=then`)
    expect(answer.statusCode).toBe(404)
  })
})

test('the page and Prometheus say how far the reports are behind', async () => {
  await desk.owner.query(
    `insert into sla_pending (dossier_id, at) select id, now() - interval '1 hour' from dossiers limit 2`,
  )
  const { lag } = await report({ by: 'unit' })
  expect(lag.waiting).toBe(2)
  expect(lag.seconds).toBeGreaterThanOrEqual(3600)
  const metrics = await desk.visitor().request('GET', '/metrics')
  expect(Number(/^quay_rollup_lag_seconds (\S+)/m.exec(metrics.body)?.[1])).toBeGreaterThanOrEqual(3600)
  await feedRollups(desk.deps)
  expect((await report({ by: 'unit' })).lag).toEqual({ seconds: 0, waiting: 0 })
})
