import { afterAll, beforeAll, expect, test } from 'vitest'
import { runExport } from '#server/reports/exports/run-export.ts'
import { logOf } from '../clock/log.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { storeLog } from './store-log.ts'

let desk: TestDesk
let commander: Caller
beforeAll(async () => {
  desk = await testDesk()
  commander = await desk.signIn(`chihuy-${toanLuu}`)
  for (const day of ['02', '03', '04'])
    await storeLog(
      desk,
      logOf(
        ['submit', `2026-11-${day} 08:00`, { unit: toanLuu }],
        ['accept', `2026-11-${day} 09:00`],
        ['resolve', `2026-11-${day} 16:00`],
      ),
    )
  await storeLog(desk, logOf(['submit', '2026-11-03 08:00', { unit: thanhSen }], ['accept', '2026-11-03 09:00']))
})
afterAll(() => desk?.[Symbol.asyncDispose]())

const list = { kind: 'dossiers', from: '2026-11-01', to: '2026-11-30' } as const
const order = async (body: object = list) => (await commander.request('POST', '/api/exports', body, newKey())).json()
const look = async (id: string) => (await commander.request('GET', `/api/exports/${id}`)).json()

/** What the worker does with the job that was promised. */
async function work(id: string) {
  const { rows } = await desk.owner.query(`select id from outbox where topic = 'export' and body ->> 'exportId' = $1`, [
    id,
  ])
  await runExport(desk.deps, rows[0].id, id)
}

test('a list is asked for, made, and fetched as CSV that holds the own commune’s dossiers', async () => {
  const asked = await order()
  expect(asked).toMatchObject({ state: 'waiting', rowsDone: 0, href: null })
  await work(asked.id)
  const done = await look(asked.id)
  expect(done).toMatchObject({ state: 'done', rowsDone: 3, rowsTotal: 3 })
  const file = await commander.request('GET', done.href)

  expect(file.headers['content-type']).toContain('text/csv')
  const lines = file.body.trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('Mã hồ sơ')
  expect(lines[1]).toContain('Trước hạn')
  const { rows } = await desk.owner.query(`select done_at from outbox where topic = 'export' and done_at is null`)
  expect(rows).toEqual([])
})

test('the dossiers behind a cell, and the form itself, are made in the background as well', async () => {
  for (const [body, start] of [
    [{ kind: 'ii06_dossiers', period: '2026-11', cell: '8' }, '\uFEFFMã hồ sơ'],
    [{ kind: 'ii06_form', period: '2026-11', format: 'xlsx' }, 'PK'],
    [{ kind: 'ii06_form', period: '2026-11', format: 'pdf' }, '%PDF-'],
  ] as const) {
    const { id } = await order(body)
    await work(id)
    const done = await look(id)
    expect(done.state, JSON.stringify(body)).toBe('done')
    expect((await commander.request('GET', done.href)).rawPayload.toString().startsWith(start)).toBe(true)
  }
})

test('a cancelled file is not made, and one that is finished goes', async () => {
  const { id } = await order()
  expect((await commander.request('DELETE', `/api/exports/${id}`)).statusCode).toBe(204)
  await work(id)
  expect(await look(id)).toMatchObject({ state: 'cancelled', href: null })

  const other = await order()
  await work(other.id)
  await commander.request('DELETE', `/api/exports/${other.id}`)
  expect((await commander.request('GET', `/api/exports/${other.id}/file`)).statusCode).toBe(404)
})

test('a job whose worker died half-way is made again, whole', async () => {
  const { id } = await order()
  await desk.owner.query(`update export_jobs set state = 'running', rows_done = 2, rows_total = 3 where id = $1`, [id])
  await work(id)
  expect(await look(id)).toMatchObject({ state: 'done', rowsDone: 3, rowsTotal: 3 })
  await work(id)
  expect((await look(id)).state).toBe('done')
})

test('nobody else sees or fetches it, and nobody has more than three in the making', async () => {
  const asked = [await order(), await order(), await order()]
  const fourth = await commander.request('POST', '/api/exports', list, newKey())
  expect(fourth.statusCode).toBe(409)
  const supervisor = await desk.signIn('giamsat-hatinh')
  const [first] = asked
  for (const path of ['', '/file']) {
    expect((await supervisor.request('GET', `/api/exports/${first.id}${path}`)).statusCode).toBe(404)
  }
  expect((await supervisor.request('DELETE', `/api/exports/${first.id}`)).statusCode).toBe(404)
  expect((await supervisor.request('GET', '/api/exports')).json().items).toEqual([])
  for (const { id } of asked) await commander.request('DELETE', `/api/exports/${id}`)
  const foreign = await commander.request('POST', '/api/exports', { ...list, unit: thanhSen }, newKey())
  expect(foreign.statusCode).toBe(404)
})

test('the indicators of Decision 766 answer for the own commune, and open their dossiers', async () => {
  const view = (await commander.request('GET', '/api/reports/service-quality?period=2026-11')).json()
  const inTime = view.indicators.find(({ id }: { id: string }) => id === '2.1')
  expect(inTime).toMatchObject({ numerator: 3, denominator: 3, rate: 100, points: 20 })
  expect(view.meanTimes[0]).toMatchObject({ resolved: 3 })
  const url = '/api/reports/service-quality/dossiers?period=2026-11&indicator=4.2&part=missing'
  expect((await commander.request('GET', url)).json().total).toBe(3)
  const supervisor = await desk.signIn('giamsat-hatinh')
  const whole = (await supervisor.request('GET', '/api/reports/service-quality?period=2026-11')).json()
  expect(whole.units).toHaveLength(2)
  expect(
    (await commander.request('GET', `/api/reports/service-quality?period=2026-11&unit=${thanhSen}`)).statusCode,
  ).toBe(404)
})
