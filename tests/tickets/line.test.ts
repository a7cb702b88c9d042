import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publicKeys } from '#server/certificates/signing-key.ts'
import { verify } from '#server/cli/verify/verify.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { exampleFiling, fileExample, newKey } from '../support/filings.ts'
import { callNext, line, step, take } from './support.ts'

let desk: TestDesk
let officer: Caller
let day = 0

beforeAll(async () => {
  desk = await testDesk()
  officer = await desk.signIn(`canbo-${toanLuu}`)
})
afterAll(() => desk[Symbol.asyncDispose]())

/** Each test has a working day of its own: those of December 2026. */
const days = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 25, 28, 29, 30, 31]
const clock = (time: string) => desk.clock.set(`2026-12-${String(days[day]).padStart(2, '0')}T${time}:00+07:00`)
beforeEach(() => {
  day += 1
  clock('08:00')
})

const settings = {
  counters: 2,
  serviceMinutes: 15,
  slotMinutes: 30,
  bookedPercent: 50,
  bookingsPerPhone: 1,
  returnMinutes: 30,
}
async function open(counters: number) {
  const commander = await desk.signIn(`chihuy-${toanLuu}`)
  const from = `2026-12-${String(days[day]).padStart(2, '0')}`
  const answer = await commander.request('POST', '/api/desk/line-settings', { ...settings, counters, from })
  expect(answer.statusCode).toBe(204)
}

test('numbers count up per letter and begin again each day; a slip knows how many are ahead', async () => {
  const first = await take(desk)
  const second = await take(desk, { services: ['1.004194', 'result'] })
  const priority = await take(desk, { class: 'priority' })

  expect([first.label, second.label, priority.label]).toEqual(['A001', 'A002', 'C001'])
  expect(second).toMatchObject({ ahead: 1, services: [{ code: '1.004194' }, { name: { vi: 'Nhận kết quả' } }] })
  expect(priority.ahead).toBe(0)
  day += 1
  clock('08:00')
  expect((await take(desk)).label).toBe('A001')
})

test('the same press at the kiosk, sent twice, is one number', async () => {
  const someone = await desk.signIn(`canbo-${toanLuu}`)
  const key = newKey()
  const send = () =>
    someone.request('POST', '/api/tickets', { unit: toanLuu, class: 'walk_in', services: ['other'] }, key)

  expect((await send()).json()).toEqual((await send()).json())
  expect((await line(officer)).waiting).toHaveLength(1)
})

test('thirty-two take numbers at once, and no number is given twice or left out', async () => {
  const labels = (await Promise.all(Array.from({ length: 32 }, () => take(desk)))).map(({ label }) => label).sort()

  expect(labels).toEqual(Array.from({ length: 32 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`))
})

test('nobody takes a number from afar, nor outside reception hours; Saturday morning is one of them', async () => {
  const fromHome = await desk
    .visitor()
    .request('POST', '/api/tickets', { unit: toanLuu, class: 'walk_in', services: ['other'], kiosk: 'GUESS' }, newKey())
  expect(fromHome.statusCode).toBe(403)

  clock('18:00')
  await expect(take(desk)).rejects.toThrow(/Ngoài giờ/)
  desk.clock.set('2026-12-05T08:00:00+07:00')
  expect((await take(desk)).label).toBe('A001')
  desk.clock.set('2026-12-06T08:00:00+07:00')
  await expect(take(desk)).rejects.toThrow(/Ngoài giờ/)
})

test('the line is called by the one rule: a priority number passes who came within twenty minutes before, not earlier', async () => {
  const early = await take(desk)
  clock('08:15')
  const walkIn = await take(desk)
  clock('08:25')
  const priority = await take(desk, { class: 'priority' })
  await open(4)

  const order = []
  for (const counter of [1, 2, 3]) order.push((await callNext(officer, counter)).json().label)

  expect(order).toEqual([early.label, priority.label, walkIn.label])
  expect((await callNext(officer, 4)).statusCode).toBe(204)
})

test('thirty-two press "next" at once at thirty counters: nobody is called twice, and each counter has one', async () => {
  await open(30)
  for (let i = 0; i < 34; i += 1) await take(desk)
  const officers = await Promise.all([1, 2, 3, 4].map(() => desk.signIn(`canbo-${toanLuu}`)))

  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, i) => callNext(officers[i % 4] ?? officer, (i % 30) + 1)),
  )
  const called = answers.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json())
  const refused = answers.filter(({ statusCode }) => statusCode === 409)

  expect(called).toHaveLength(30)
  expect(refused).toHaveLength(2)
  expect(new Set(called.map(({ label }) => label)).size).toBe(30)
  expect(new Set(called.map(({ counter }) => counter)).size).toBe(30)
  const { atCounters, waiting } = await line(officer)
  expect([atCounters.length, waiting.length]).toEqual([30, 4])
})

test('a running service is ended only by whoever names it', async () => {
  await take(desk)
  await take(desk)
  const running = (await callNext(officer, 1)).json()
  const serving = (await step(officer, running, 'service')).json()

  const slip = await callNext(officer, 1)
  expect(slip.statusCode).toBe(409)
  expect(slip.json()).toMatchObject({ type: 'urn:quay:counter-busy', current: { id: running.id, label: 'A001' } })
  expect(slip.json().detail).toContain('Quầy 1 đang có số A001')
  expect((await line(officer)).atCounters).toMatchObject([{ id: serving.id, state: 'serving' }])

  const meant = await callNext(officer, 1, { over: running.id })
  expect(meant.json()).toMatchObject({ label: 'A002', state: 'called', counter: 1 })
  expect((await line(officer)).done).toBe(1)
})

test('somebody who was called and did not come is absent, comes back in time and is next, and later is not', async () => {
  await open(2)
  await take(desk)
  await take(desk)
  const absent = (await step(officer, (await callNext(officer, 1)).json(), 'absence')).json()
  expect(absent.state).toBe('no_show')
  clock('08:29')
  const back = (await step(officer, absent, 'return')).json()
  expect(back.state).toBe('waiting')
  const again = (await callNext(officer, 1)).json()
  expect(again.label).toBe('A001')

  const gone = (await step(officer, again, 'absence')).json()
  clock('09:00')
  const late = await step(officer, gone, 'return')
  expect(late.statusCode).toBe(409)
  expect(late.json().detail).toContain('Đã quá 30 phút')
})

test('hold, resume, recall, transfer and finish each leave their mark in a log that nobody can change', async () => {
  await open(3)
  const taken = await take(desk)
  const walk = async (path: string, body = {}) => {
    const { atCounters, held, waiting, absent } = await line(officer)
    const [ticket] = [...atCounters, ...held, ...waiting, ...absent]
    if (!ticket) throw new Error('no ticket')
    const answer = await step(officer, ticket, path, body)
    expect(answer.statusCode, answer.body).toBe(200)

    return answer.json()
  }
  await callNext(officer, 1)
  await walk('recall')
  await walk('service')
  await walk('hold')
  await walk('resumption', { counter: 1 })
  expect(await walk('transfer', { counter: 3 })).toMatchObject({ state: 'waiting', forCounter: 3 })
  expect((await callNext(officer, 1)).statusCode).toBe(204)
  expect((await callNext(officer, 3)).json()).toMatchObject({ label: taken.label, counter: 3 })
  await walk('service')
  expect(await walk('end')).toMatchObject({ state: 'done' })

  const { rows } = await desk.owner.query(
    'select action, counter from ticket_events where ticket_id = $1 order by id',
    [taken.id],
  )
  expect(rows.map(({ action, counter }) => `${action} ${counter ?? '-'}`)).toEqual([
    'take -',
    'call 1',
    'recall 1',
    'serve 1',
    'hold 1',
    'resume 1',
    'transfer 3',
    'call 3',
    'serve 3',
    'finish 3',
  ])
  await expect(desk.owner.query('update ticket_events set action = $1', ['take'])).rejects.toThrow(/append-only/)
})

test('a step needs the version that was seen, and sent again under its key it happens once', async () => {
  await take(desk)
  const called = (await callNext(officer, 1)).json()
  const headers = { 'if-match': `"${called.version}"`, ...newKey() }
  const url = `/api/desk/tickets/${called.id}/service`

  expect((await officer.request('PUT', url, {})).statusCode).toBe(428)
  const first = await officer.request('PUT', url, {}, headers)
  const again = await officer.request('PUT', url, {}, headers)
  expect([first.statusCode, again.statusCode]).toEqual([200, 200])
  expect(again.json()).toEqual(first.json())
  const stale = await step(officer, called, 'end')
  expect(stale.statusCode).toBe(412)
  expect(stale.json().current).toMatchObject({ state: 'serving' })
})

test('another commune sees nothing of it, and what does not exist is the same answer', async () => {
  await take(desk)
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  const [ticket] = (await line(officer)).waiting
  if (!ticket) throw new Error('nobody waits')

  expect((await line(stranger)).waiting).toEqual([])
  expect((await stranger.request('GET', `/api/desk/tickets?unit=${toanLuu}`)).statusCode).toBe(404)
  const { traceId: _a, ...theirs } = (await step(stranger, ticket, 'call', { counter: 1 })).json()
  const unknown = { ...ticket, id: '0192f0c1-2b3c-7d4e-8f50-61728394a5b6' }
  const { traceId: _b, ...nobodys } = (await step(stranger, unknown, 'call', { counter: 1 })).json()
  expect(theirs).toEqual(nobodys)
  expect(theirs.status).toBe(404)
})

test('the place in line is read by the slip’s secret alone, and the board says numbers and counters alone', async () => {
  const first = await take(desk)
  const second = await take(desk)
  const place = async (secret: string) => (await desk.visitor().request('GET', `/api/tickets/${secret}/place`)).json()

  expect(await place(second.secret)).toMatchObject({ label: 'A002', state: 'waiting', ahead: 1, counter: null })
  await callNext(officer, 2)
  expect(await place(first.secret)).toMatchObject({ state: 'called', counter: 2 })
  expect(await place(second.secret)).toMatchObject({ ahead: 0, wait: { from: 0, to: 5 } })
  expect(await place('AAAAAAAAAAAAAAAA')).toMatchObject({ status: 404 })

  const board = (await desk.visitor().request('GET', `/api/units/${toanLuu}/board`)).json()
  expect(board).toMatchObject({
    unitName: 'Công an xã Toàn Lưu',
    atCounters: [{ label: 'A001', counter: 2, calls: 1, isServing: false }],
    last: [{ label: 'A001', counter: 2 }],
    waiting: 1,
  })
  expect(Object.keys(board.atCounters[0]).sort()).toEqual(['calledAt', 'calls', 'counter', 'isServing', 'label'])
})

test('the ticket becomes the dossier: who opens the dossier reads when the person came and was called', async () => {
  const taken = await take(desk)
  clock('08:12')
  const called = (await callNext(officer, 1)).json()
  const dwelling = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 2' } }
  const { code } = await fileExample(desk.visitor(), '1.004194', dwelling)
  const link = () => officer.request('POST', `/api/desk/tickets/${called.id}/dossiers`, { code })

  expect((await link()).json().dossiers).toEqual([code])
  expect((await link()).json().dossiers).toEqual([code])
  const { items } = (await officer.request('GET', `/api/dossiers/${code}/tickets`)).json()
  expect(items).toMatchObject([
    { label: taken.label, counter: 1, arrivedAt: taken.arrivedAt, calledAt: called.calledAt },
  ])
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  expect((await stranger.request('GET', `/api/dossiers/${code}/tickets`)).statusCode).toBe(404)
})

/** A filing that an officer types in for whoever is served under a number. */
async function filingFor(someone: Caller, ticket: string, detail = 'Thôn 2') {
  const dwelling = { unit: { edition: '2025-07', code: toanLuu }, detail }
  const filing = await exampleFiling(someone, '1.004194', { dwelling })

  return { ...filing, ticket }
}

test('a number that is filed with makes one history: the log tells the visit, the number shows its dossier', async () => {
  const taken = await take(desk)
  clock('08:12')
  const called = (await callNext(officer, 1)).json()
  clock('08:13')
  const serving = (await step(officer, called, 'service')).json()
  clock('08:25')
  const filing = await filingFor(officer, serving.id)
  const key = newKey()
  const send = () => officer.request('POST', '/api/dossiers', filing, key)
  const [one, twin] = await Promise.all([send(), send()])
  const { code, trackingKey } = one.json()
  const other = await officer.request('POST', '/api/dossiers', await filingFor(officer, serving.id, 'Thôn 3'), newKey())
  await desk.deliver()

  expect([one.statusCode, twin.statusCode, other.statusCode]).toEqual([201, 201, 201])
  expect(twin.json().code).toBe(code)
  const { atCounters } = await line(officer)
  expect(atCounters[0]?.dossiers).toEqual([code, other.json().code])
  const seen = (await officer.request('GET', `/api/dossiers/${code}`)).json()
  expect(seen.channel).toBe('counter')
  expect(seen.events[0].text.vi).toContain(
    `Hồ sơ được nộp trực tiếp tại Công an xã Toàn Lưu (số ${taken.label}: đến 08:00, gọi 08:12, phục vụ từ 08:13).`,
  )
  const tracked = await desk
    .visitor()
    .request('GET', `/api/dossiers/${code}/tracking`, undefined, { 'x-tracking-key': trackingKey })
  expect(tracked.json().events[0].text).toEqual(seen.events[0].text)
  const { rows } = await desk.owner.query(
    `select count(*)::integer as n from ticket_events where ticket_id = $1 and action = 'file'`,
    [serving.id],
  )
  expect(rows[0].n).toBe(2)

  await step(officer, serving, 'end')
  expect((await send()).json().code).toBe(code)
})

test('a number is filed with only by an officer of its unit, and only while it is served', async () => {
  await take(desk)
  const called = (await callNext(officer, 1)).json()
  const file = async (someone: Caller) =>
    someone.request('POST', '/api/dossiers', await filingFor(someone, called.id), newKey())
  const refusal = { errors: [{ pointer: '#/ticket' }] }

  for (const someone of [officer, desk.visitor(), await desk.signIn(`canbo-${thanhSen}`)]) {
    const answer = await file(someone)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject(refusal)
  }
  const serving = (await step(officer, called, 'service')).json()
  await step(officer, serving, 'end')
  expect((await file(officer)).json()).toMatchObject(refusal)
  const { rows } = await desk.owner.query('select 1 from ticket_dossiers where ticket_id = $1', [called.id])
  expect(rows).toEqual([])
})

test('yesterday’s line is kept and not called: the day begins with an empty room', async () => {
  await take(desk)
  const [old] = (await line(officer)).waiting
  if (!old) throw new Error('nobody waits')
  day += 1
  clock('08:00')

  expect((await line(officer)).waiting).toEqual([])
  expect((await callNext(officer, 1)).statusCode).toBe(204)
  expect((await step(officer, old, 'call', { counter: 1 })).statusCode).toBe(409)
})

test('what the line and its filings left behind is what their logs say', async () => {
  await desk.deliver()
  const client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
  try {
    const atHand = { ...desk.deps, publicKeys: publicKeys(desk.deps.keys, desk.deps.config) }
    expect((await verify(client, atHand)).dossiers).toBeGreaterThan(2)
  } finally {
    await client.end()
  }
})
