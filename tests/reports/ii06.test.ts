import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ii06Dossiers } from '#server/reports/ii06/ii06-dossiers.ts'
import { ii06Report } from '#server/reports/ii06/ii06-report.ts'
import { sealReport } from '#server/reports/ii06/seal-report.ts'
import { scopeOf } from '#server/reports/report-scope.ts'
import type { Channel, DossierEvent } from '#shared/dossiers/events.ts'
import { ii06BaseColumns, withSums } from '#shared/reports/ii06.ts'
import { periodBounds, periodOf, type ReportPeriod } from '#shared/reports/ii06-periods.ts'
import { logOf } from '../clock/log.ts'
import { history } from '../clock/random-histories.ts'
import { at } from '../clock/vietnam.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { countBySql, prepareSql } from './ii06-by-sql.ts'
import { storeLate, storeLog } from './store-log.ts'

let desk: TestDesk
let supervisor: Caller
let commander: Caller
let stranger: Caller
beforeAll(async () => {
  desk = await testDesk()
  desk.clock.set('2027-02-01T09:00:00+07:00')
  supervisor = await desk.signIn('giamsat-hatinh')
  commander = await desk.signIn(`chihuy-${toanLuu}`)
  stranger = await desk.signIn(`chihuy-${thanhSen}`)
  for (const [channel, events] of example) codes.push(await storeLog(desk, events, { channel }))
  await storeRandom()
}, 180_000)
afterAll(() => desk?.[Symbol.asyncDispose]())

const here = { unit: toanLuu }
const fiveDays = { term: { unit: 'working_day', value: 5 } } as const
/** The example of CLOCK §9, a to f, a year later so that it stands alone in its period: nothing else is of 2025. */
const example: [Channel, DossierEvent[]][] = [
  [
    'online',
    logOf(['submit', '2025-10-13 08:00', here], ['accept', '2025-10-13 09:00'], ['resolve', '2025-10-17 10:00']),
  ],
  [
    'online',
    logOf(['submit', '2025-11-13 08:00', here], ['accept', '2025-11-17 09:00'], ['resolve', '2025-11-18 09:00']),
  ],
  [
    'online',
    logOf(
      ['submit', '2025-11-13 08:00', here],
      ['accept', '2025-11-13 09:00', fiveDays],
      ['resolve', '2025-11-18 09:00'],
    ),
  ],
  [
    'counter',
    logOf(['submit', '2025-11-10 08:00', here], ['accept', '2025-11-10 09:00'], ['withdraw', '2025-11-11 09:00']),
  ],
  ['online', logOf(['submit', '2025-11-10 08:00', here], ['refuse', '2025-11-10 09:00'])],
  [
    'online',
    logOf(['submit', '2025-11-11 08:00', here], ['accept', '2025-11-11 09:00'], ['resolve', '2025-11-12 09:00']),
  ],
]
const codes: string[] = []

/** Random lives, moved into the autumn of 2026, in three communes; at most one pause and no change of term. */
async function storeRandom() {
  const communes: Record<string, string> = { 18673: toanLuu, 18082: thanhSen, 25270: '18094' }
  const known = new Set(desk.deps.reference.units().map(({ code }) => code))
  expect([...Object.values(communes)].filter((code) => !known.has(code)).length).toBeLessThan(2)
  const lives = fc
    .sample(history, { seed: 2026, numRuns: 700 })
    .map(({ events }) => events)
    .filter(isSimple)
  for (const [i, events] of lives.entries()) {
    const first = events[0]?.occurredAt.getTime() ?? 0
    const target = at('2026-08-20 00:00').getTime() + (i % 90) * 86_400_000
    const shift = Math.round((target - first) / 86_400_000) * 86_400_000
    const moved = events.map((event) => {
      const data = event.data as unknown as Record<string, unknown>

      return {
        ...event,
        occurredAt: new Date(event.occurredAt.getTime() + shift),
        recordedAt: new Date(event.recordedAt.getTime() + shift),
        data: {
          ...data,
          ...(typeof data.unit === 'string' && { unit: communes[data.unit] }),
          ...(typeof data.to === 'string' && { to: communes[data.to] }),
        },
      } as unknown as DossierEvent
    })
    await storeLog(desk, moved, {
      channel: (['online', 'counter', 'post'] as const)[i % 3] ?? 'online',
      procedure: i % 2 ? '1.004194' : '1.004222',
      fee: i % 2 ? 7_000 : 0,
    })
  }
}

function isSimple(events: readonly DossierEvent[]): boolean {
  const accepted = events.findIndex(({ action }) => action === 'accept')
  const asked = events.filter(({ action }, i) => action === 'request_supplement' && i > accepted)

  return asked.length <= 1 && !events.some(({ action }) => action === 'change_variant')
}

const report = async (someone: Caller, period: string, unit?: string) =>
  (await someone.request('GET', `/api/reports/ii06?period=${period}${unit ? `&unit=${unit}` : ''}`)).json()

test('the example of CLOCK §9 gives its row, with its checks and its note', async () => {
  const view = await report(commander, '2025-11')

  expect(view.totals).toEqual({ 3: 4, 4: 2, 5: 1, 6: 1, 7: 3, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1, 13: 0 })
  expect(view.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true)
  expect(view.notes).toMatchObject({ waiting: 1, refusedIntake: 1, withdrawn: 1 })
  expect((await report(commander, '2025-12')).totals).toMatchObject({ 3: 2, 4: 1, 6: 1, 7: 2 })
})

test('every cell opens exactly the dossiers that it counts', async () => {
  const view = await report(supervisor, '2026-10')
  for (const column of Object.keys(view.totals)) {
    const listed: string[] = []
    for (let cursor = ''; ; ) {
      const url = `/api/reports/ii06/dossiers?period=2026-10&cell=${column}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
      const page = (await supervisor.request('GET', url)).json()
      listed.push(...page.items.map(({ code }: { code: string }) => code))
      expect(page.total).toBe(view.totals[column])
      if (!page.nextCursor) break
      cursor = page.nextCursor
    }
    expect(listed.length, column).toBe(view.totals[column])
  }
})

test('for every unit and month the report equals an independent SQL over the raw log, and its checks hold', async () => {
  const client = await desk.owner.connect()
  try {
    await prepareSql(client)
    let counted = 0
    for (const name of ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2026-Q4', '2026-10-03..2026-11-21']) {
      const period = periodOf(name)
      if (!period) throw new Error(name)
      const { from, until } = periodBounds(period)
      const expected = await countBySql(client, from, until)
      const view = await report(supervisor, name)
      const none = withSums({ 4: 0, 5: 0, 6: 0, 8: 0, 9: 0, 10: 0, 12: 0, 13: 0 })
      const wanted = (unit: string) => withSums(expected.get(unit) ?? none)

      expect(view.totals, name).toEqual(wanted('all'))
      expect(
        view.checks.filter(({ holds }: { holds: boolean }) => !holds),
        name,
      ).toEqual([])
      expect(view.units.map(({ unit }: { unit: string }) => unit)).toEqual(
        [...expected.keys()].filter((key) => key !== 'all').sort(),
      )
      for (const { unit, counts } of view.units) expect(counts, `${name} ${unit}`).toEqual(wanted(unit))
      const sum = view.units.reduce(
        (total: number, { counts }: { counts: Record<string, number> }) => total + (counts['3'] ?? 0),
        0,
      )
      expect(sum - view.totals['3'], `${name} transfers`).toBe(view.notes.transfers)
      expect((await report(supervisor, name, toanLuu)).totals, `${name} unit`).toEqual(wanted(toanLuu))
      counted += view.totals['3']
    }
    expect(counted).toBeGreaterThan(400)
  } finally {
    client.release(true)
  }
}, 120_000)

test('a sealed report keeps its bytes for ever; what comes late is a numbered correction, and both equal a new computation', async () => {
  const open = await storeLog(desk, logOf(['submit', '2025-12-01 08:00', here], ['accept', '2025-12-01 09:00']))
  desk.clock.set('2027-02-01T09:00:00+07:00')
  const sealed = await commander.request('POST', '/api/reports/ii06/seals', { period: '2025-12' }, newKey())
  expect(sealed.statusCode, sealed.body).toBe(201)
  const { id, sha256, totals } = sealed.json()
  const bytes = async () => (await commander.request('GET', `/api/reports/seals/${id}/body`)).body
  const before = await bytes()
  expect(createHash('sha256').update(before).digest('hex')).toBe(sha256)
  expect(totals).toMatchObject({ 3: 3, 11: 1, 13: 1 })
  expect((await report(commander, '2026-01')).carriedFrom).toMatchObject({ sealed: 1, corrected: 0 })

  desk.clock.set('2027-02-02T09:00:00+07:00')
  await storeLate(desk, open, {
    action: 'resolve',
    actor: { kind: 'system', part: 'test' },
    occurredAt: at('2025-12-03 10:00'),
    recordedAt: at('2027-02-02 08:00'),
    data: { resultNumber: null, resultForms: ['CT08'], note: null },
  } as Omit<DossierEvent, 'seq'>)
  const corrected = (await commander.request('POST', `/api/reports/seals/${id}/corrections`)).json()

  expect(await bytes()).toBe(before)
  expect(corrected.totals).toEqual(totals)
  expect(
    corrected.list.map(({ number, cell, before: from, after, dossier }: Record<string, unknown>) => [
      number,
      cell,
      from,
      after,
      dossier,
    ]),
  ).toEqual([
    [1, '13', 1, 0, open],
    [2, '8', 2, 3, open],
  ])
  expect(corrected.list[0].reason.vi).toContain('10:00')
  expect(corrected.correctedTotals).toEqual((await report(commander, '2025-12')).totals)
  const next = await report(commander, '2026-01')
  expect(next.carriedFrom).toMatchObject({ sealed: 1, corrected: -1 })
  expect(next.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true)

  const again = (await commander.request('POST', `/api/reports/seals/${id}/corrections`)).json()
  expect(again.list).toHaveLength(2)
  await expect(desk.owner.query('update report_seals set body = $1', ['{}'])).rejects.toThrow('never changed')
  await expect(desk.owner.query('delete from report_corrections')).rejects.toThrow('never changed')
})

test('for any late events, sealed report and corrections equal the recomputation, cell by cell', async () => {
  const sealed = await supervisor.request('POST', '/api/reports/ii06/seals', { period: '2026-10' }, newKey())
  expect(sealed.statusCode, sealed.body).toBe(201)
  const { items } = (await supervisor.request('GET', '/api/reports/ii06/dossiers?period=2026-10&cell=11')).json()
  const random = fc.sample(
    fc.tuple(
      fc.constantFrom('resolve', 'refuse', 'withdraw', 'request_supplement', 'transfer'),
      fc.integer({ min: 1, max: 20_000 }),
    ),
    { seed: 7, numRuns: 25 },
  )
  let minute = 0
  for (const [i, [action, back]] of random.entries()) {
    const dossier = items[i]
    if (!dossier) break
    minute += 1
    const received = new Date(dossier.receivedAt).getTime()
    const occurredAt = new Date(Math.max(received, at('2026-10-14 23:00').getTime() - back * 60_000))
    await storeLate(desk, dossier.code, {
      action,
      actor: { kind: 'system', part: 'test' },
      occurredAt,
      recordedAt: new Date(at('2027-02-03 08:00').getTime() + minute * 60_000),
      data: { to: thanhSen, reason: null, resultForms: [] },
    } as unknown as Omit<DossierEvent, 'seq'>)
    if (i % 5) continue
    const { list, correctedTotals, correctedRows, totals } = (
      await supervisor.request('POST', `/api/reports/seals/${sealed.json().id}/corrections`)
    ).json()
    const now = await report(supervisor, '2026-10')
    expect(correctedTotals).toEqual(now.totals)
    for (const row of now.rows)
      expect(correctedRows.find(({ procedure }: { procedure: string }) => procedure === row.procedure)?.counts).toEqual(
        row.counts,
      )
    for (const column of ii06BaseColumns) {
      const moved = list.filter(({ cell }: { cell: string }) => cell === column)
      const delta = moved.reduce(
        (sum: number, { before, after }: { before: number; after: number }) => sum + after - before,
        0,
      )
      expect(totals[column] + delta, column).toBe(now.totals[column])
    }
  }
  const { list } = (await supervisor.request('GET', `/api/reports/seals/${sealed.json().id}`)).json()
  expect(list.length).toBeGreaterThan(5)
  expect(list.map(({ number }: { number: number }) => number)).toEqual(list.map((_: unknown, i: number) => i + 1))
})

test('a commander sees and seals the own commune only; a period that runs, or was sealed, is not sealed', async () => {
  expect((await stranger.request('GET', `/api/reports/ii06?period=2026-10&unit=${toanLuu}`)).statusCode).toBe(404)
  expect((await stranger.request('GET', '/api/reports/ii06?period=2026-10&unit=42')).statusCode).toBe(404)
  const { items } = (await commander.request('GET', '/api/reports/seals')).json()
  expect((await stranger.request('GET', `/api/reports/seals/${items[0].id}`)).statusCode).toBe(404)
  expect((await stranger.request('GET', `/api/reports/seals/${items[0].id}/body`)).statusCode).toBe(404)
  expect((await stranger.request('GET', '/api/reports/seals')).json().items).toEqual([])
  const seal = (someone: Caller, body: object) => someone.request('POST', '/api/reports/ii06/seals', body, newKey())
  expect((await seal(supervisor, { period: '2026-10', unit: toanLuu })).statusCode).toBe(403)
  expect((await seal(commander, { period: '2027-02' })).statusCode).toBe(409)
  expect((await seal(commander, { period: '2025-12' })).statusCode).toBe(409)
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  expect((await officer.request('GET', '/api/reports/ii06?period=2026-10')).statusCode).toBe(403)
  expect((await commander.request('GET', '/api/reports/ii06?period=2026-13')).statusCode).toBe(400)
})

test('what a request may not read is neither shown, opened nor sealed at once, and the desk says what to do instead', async () => {
  const scope = scopeOf(desk.deps, periodOf('2025-11') as ReportPeriod, toanLuu)
  const actor = {
    kind: 'staff' as const,
    accountId: randomUUID(),
    username: `chihuy-${toanLuu}`,
    name: 'Chỉ huy',
    role: 'commander' as const,
    unit: toanLuu,
    units: [toanLuu],
  }
  const keyed = { actor: 'account:test', route: 'seal', key: randomUUID(), bodySha256: Buffer.alloc(32) }

  for (const [work, way] of [
    [() => ii06Report(desk.deps, scope, 1), 'Hãy dùng “Xuất tệp”'],
    [
      () => ii06Dossiers(desk.deps, scope, { cell: '3', procedure: undefined, cursor: undefined }, 1),
      'Hãy dùng “Xuất tệp”',
    ],
    [() => sealReport(desk.deps, actor, keyed, { period: '2025-11' }, 1), 'Hãy chốt từng kỳ ngắn hơn'],
  ] as const)
    await expect(work()).rejects.toMatchObject({ body: { status: 422, detail: expect.stringContaining(way) } })
})

test('the form is a workbook and a PDF; a draft says so, a sealed one carries its hash', async () => {
  const { items } = (await commander.request('GET', '/api/reports/seals')).json()
  for (const url of ['/api/reports/ii06.xlsx?period=2025-11', `/api/reports/seals/${items[0].id}/form.xlsx`]) {
    const workbook = await commander.request('GET', url)
    expect(workbook.statusCode, workbook.body.slice(0, 300)).toBe(200)
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK')
  }
  for (const url of ['/api/reports/ii06.pdf?period=2025-11', `/api/reports/seals/${items[0].id}/form.pdf`]) {
    const form = await commander.request('GET', url)
    expect(form.statusCode, form.body.slice(0, 300)).toBe(200)
    expect(form.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  }
})
