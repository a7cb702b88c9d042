import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

async function atDesk() {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const { code } = await fileExample(desk.visitor())
  await desk.deliver()
  const [{ unit_code: unit }] = (await desk.owner.query('select unit_code from dossiers where code = $1', [code])).rows
  const officer = await desk.signIn(`canbo-${unit}`)
  const view = async () => (await officer.request('GET', `/api/dossiers/${code}`)).json()

  return { code, unit: unit as string, officer, view, commander: await desk.signIn(`chihuy-${unit}`) }
}

async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = (await someone.request('GET', `/api/dossiers/${code}`)).json()
  const answer = await someone.request(method, `/api/dossiers/${code}${rest}`, body, {
    'if-match': `"${version}"`,
    ...newKey(),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)

  return answer.json()
}

const record = (someone: Caller, body: unknown, headers = newKey()) =>
  someone.request('POST', '/api/outages', body, headers)

test('a recorded outage takes its minutes from the office, moves no date, and only an administrator records it', async () => {
  const { code, unit, officer, view } = await atDesk()
  const administrator = await desk.signIn('quantri')
  await step(officer, 'PUT', code, '/acceptance', {})
  const before = await view()

  desk.clock.set('2026-11-23T11:30:00+07:00')
  const outage = {
    scope: { level: 'unit', code: unit },
    from: '2026-11-23T07:00:00+07:00',
    to: '2026-11-23T08:30:00+07:00',
    reason: 'Mất điện cả xã.',
  }
  expect((await record(officer, outage)).statusCode).toBe(403)
  const headers = newKey()
  const recorded = await record(administrator, outage, headers)
  const again = await record(administrator, outage, headers)

  expect([recorded.statusCode, again.statusCode], recorded.body).toEqual([201, 201])
  expect(again.json().items).toHaveLength(1)
  expect(again.json().items[0]).toMatchObject({
    reason: outage.reason,
    recordedBy: expect.any(String),
    isSuperseded: false,
  })
  const after = await view()
  expect(after.clock.turns.system).toBe(90)
  expect(after.dueAt).toBe(before.dueAt)
  // Elsewhere nothing failed.
  const elsewhere = { ...outage, scope: { level: 'unit', code: unit === '18073' ? '18634' : '18073' } }
  await record(administrator, elsewhere)
  expect((await view()).clock.turns.system).toBe(90)
})

test('an outage is ended and put right by a record that supersedes, once; what was recorded stays as it was', async () => {
  const { view } = await atDesk()
  const administrator = await desk.signIn('quantri')
  desk.clock.set('2026-11-23T09:00:00+07:00')
  const lasting = {
    scope: { level: 'channel', channel: 'online' },
    from: '2026-11-23T08:00:00+07:00',
    reason: 'Đứt cáp quang.',
  }
  const [first] = (await record(administrator, lasting)).json().items
  desk.clock.set('2026-11-23T10:00:00+07:00')
  expect((await view()).clock.turns.system).toBe(120)

  const ended = { ...lasting, to: '2026-11-23T09:00:00+07:00', supersedes: first.id }
  const corrected = await record(administrator, ended)
  const twice = await record(administrator, ended)

  expect([corrected.statusCode, twice.statusCode]).toEqual([201, 409])
  expect((await view()).clock.turns.system).toBe(60)
  await expect(desk.owner.query(`update outages set recorded_at = now()`)).rejects.toThrow('append-only')
})

test('a split that was made when a dossier ended is not made again by what is recorded later', async () => {
  const { code, unit, officer, commander, view } = await atDesk()
  const administrator = await desk.signIn('quantri')
  await step(officer, 'PUT', code, '/acceptance', {})
  desk.clock.set('2026-11-23T15:00:00+07:00')
  await step(officer, 'PUT', code, '/proposal', { outcome: 'grant' })
  await step(commander, 'PUT', code, '/decision', { outcome: 'grant' })
  const before = (await view()).clock.turns

  desk.clock.set('2026-11-25T08:00:00+07:00')
  await record(administrator, {
    scope: { level: 'unit', code: unit },
    from: '2026-11-20T13:30:00+07:00',
    to: '2026-11-20T17:00:00+07:00',
    reason: 'Ghi muộn.',
  })

  expect((await view()).clock.turns).toEqual(before)
})

test('an outage that has not happened, of no unit, or that ends before it begins is refused in words', async () => {
  const administrator = await desk.signIn('quantri')
  desk.clock.set('2026-11-25T08:00:00+07:00')
  const outage = { scope: { level: 'province' }, from: '2026-11-25T07:00:00+07:00', reason: 'Máy chủ ngừng.' }

  const answers = await Promise.all([
    record(administrator, { ...outage, from: '2026-11-25T09:00:00+07:00' }),
    record(administrator, { ...outage, to: '2026-11-25T06:00:00+07:00' }),
    record(administrator, { ...outage, scope: { level: 'unit', code: '99999' } }),
  ])

  expect(answers.map((answer) => answer.json().errors[0].pointer)).toEqual(['#/from', '#/to', '#/scope/code'])
})
