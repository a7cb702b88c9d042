import { afterAll, beforeAll, expect, test } from 'vitest'
import { runExport } from '#server/reports/exports/run-export.ts'
import type { Ii06View } from '#shared/reports/ii06-schemas.ts'
import { logOf } from '../clock/log.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { storeLog } from './store-log.ts'

/** Ngọc Sơn and Lưu Vĩnh Sơn became Toàn Lưu on 1 July 2025; Toàn Lưu has the code that was Lưu Vĩnh Sơn's. */
const ngocSon = '18565'
const acrossMerger = '2025-06-15..2025-07-14'
const beforeMerger = '2025-06-15..2025-06-30'
const afterMerger = '2025-07-01..2025-07-14'

let desk: TestDesk
let supervisor: Caller
let commander: Caller
let carriedOn: string
beforeAll(async () => {
  desk = await testDesk()
  desk.clock.set('2025-08-04T09:00:00+07:00')
  carriedOn = await storeLog(
    desk,
    logOf(
      ['submit', '2025-06-27 08:00', { unit: ngocSon }],
      ['accept', '2025-06-27 09:00'],
      ['resolve', '2025-07-03 09:00'],
    ),
  )
  await storeLog(
    desk,
    logOf(
      ['submit', '2025-06-17 08:00', { unit: toanLuu }],
      ['accept', '2025-06-17 09:00'],
      ['resolve', '2025-06-18 09:00'],
    ),
  )
  await storeLog(desk, logOf(['submit', '2025-06-30 08:00', { unit: toanLuu }], ['accept', '2025-06-30 09:00']), {
    channel: 'counter',
  })
  await storeLog(desk, logOf(['submit', '2025-07-10 08:00', { unit: toanLuu }], ['accept', '2025-07-10 09:00']))
  supervisor = await desk.signIn('giamsat-hatinh')
  commander = await desk.signIn(`chihuy-${toanLuu}`)
}, 120_000)
afterAll(() => desk?.[Symbol.asyncDispose]())

async function report(someone: Caller, query: string): Promise<Ii06View> {
  const answer = await someone.request('GET', `/api/reports/ii06?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)

  return answer.json()
}
const unitsIn = ({ units = [] }: Ii06View) => units.map(({ unit, label, counts }) => [unit, label.vi, counts[3]])

test('of now: a period that the merger falls into is the successor’s, with what its predecessors had', async () => {
  const view = await report(commander, `period=${acrossMerger}`)

  expect(view.unit.name.vi).toBe('Xã Toàn Lưu')
  expect(view.totals).toEqual({ 3: 4, 4: 3, 5: 1, 6: 0, 7: 2, 8: 1, 9: 0, 10: 1, 11: 2, 12: 1, 13: 1 })
  expect(view.checks.map(({ holds }) => holds)).toEqual(Array(5).fill(true))
  expect(unitsIn(await report(supervisor, `period=${acrossMerger}`))).toEqual([[toanLuu, 'Xã Toàn Lưu', 4]])
})

test('of then: a period that ended before it is each predecessor’s, under the name it had', async () => {
  expect(unitsIn(await report(supervisor, `period=${beforeMerger}`))).toEqual([
    [ngocSon, 'Xã Ngọc Sơn (huyện Thạch Hà cũ)', 1],
    [toanLuu, 'Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ)', 2],
  ])
  const former = await report(commander, `period=${beforeMerger}&unit=${ngocSon}`)
  expect(former.unit.name.vi).toBe('Xã Ngọc Sơn (huyện Thạch Hà cũ)')
  expect(former.totals).toMatchObject({ 3: 1, 4: 1, 11: 1 })
  const behind = await commander.request(
    'GET',
    `/api/reports/ii06/dossiers?period=${beforeMerger}&unit=${ngocSon}&cell=11`,
  )
  expect(behind.json().items).toMatchObject([{ code: carriedOn, unitName: { vi: 'Xã Ngọc Sơn (huyện Thạch Hà cũ)' } }])
})

test('a merger is no transfer: the successor’s first (6) is the sum of its predecessors’ last (11)', async () => {
  const first = await report(commander, `period=${afterMerger}`)
  const before = [
    await report(commander, `period=${beforeMerger}&unit=${ngocSon}`),
    await report(commander, `period=${beforeMerger}&unit=${toanLuu}`),
  ]

  expect(first.totals[6]).toBe(2)
  expect(before.reduce((sum, { totals }) => sum + totals[11], 0)).toBe(2)
  expect(first.notes.transfers).toBe(0)
  expect(first.checks.find(({ id }) => id === '6=11')).toMatchObject({ holds: true, left: 2, right: 2 })
})

test('a predecessor’s report is for who carries its work on; of a later period nobody asks under its code', async () => {
  const elsewhere = await desk.signIn(`chihuy-${thanhSen}`)

  expect((await elsewhere.request('GET', `/api/reports/ii06?period=${beforeMerger}&unit=${ngocSon}`)).statusCode).toBe(
    404,
  )
  expect((await commander.request('GET', `/api/reports/ii06?period=${afterMerger}&unit=${ngocSon}`)).statusCode).toBe(
    404,
  )
})

test('indicators and lists of a period before it have the names of then as well', async () => {
  const quality = await supervisor.request('GET', `/api/reports/service-quality?period=${beforeMerger}`)
  const labels = quality
    .json()
    .units.map(({ unit, label }: { unit: string; label: { vi: string } }) => [unit, label.vi])
  const asked = await supervisor.request(
    'POST',
    '/api/exports',
    { kind: 'dossiers', from: '2025-06-15', to: '2025-06-30' },
    newKey(),
  )
  const { id } = asked.json()
  const { rows } = await desk.owner.query(`select id from outbox where topic = 'export' and body ->> 'exportId' = $1`, [
    id,
  ])
  await runExport(desk.deps, rows[0].id, id)
  const file = await supervisor.request('GET', `/api/exports/${id}/file`)

  expect(labels).toContainEqual([toanLuu, 'Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ)'])
  expect(file.statusCode, file.body).toBe(200)
  expect(file.body.split('\r\n').filter((line) => line.includes('Lưu Vĩnh Sơn'))).toHaveLength(1)
  expect(file.body).toContain('Toàn Lưu')
})
