import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { acceptedDossier, administrator, closure, movesOf, preview, record } from './keeping.ts'

let desk: TestDesk
let admin: Caller
beforeAll(async () => {
  desk = await testDesk({ queue: { units: [toanLuu, thanhSen] } })
  admin = await desk.signIn(administrator)
})
afterAll(() => desk[Symbol.asyncDispose]())

const calendar = async (query: string) => (await desk.visitor().request('GET', `/api/calendar?${query}`)).json()

describe('anybody', () => {
  test('reads the days of a year with their documents, and whether the year is complete', async () => {
    const { year, isComplete, days } = await calendar('year=2026')

    expect({ year, isComplete }).toEqual({ year: 2026, isComplete: true })
    expect(days).toContainEqual(
      expect.objectContaining({
        date: '2026-11-24',
        kind: 'holiday',
        name: 'Ngày Văn hóa Việt Nam',
        source: 'Nghị quyết 28/2026/QH16 Điều 2',
        knownFrom: '2026-06-30T17:00:00.000Z',
        inForce: true,
      }),
    )
    expect(await calendar('year=2027')).toMatchObject({ isComplete: false })
  })

  test('is refused a year that is none and a commune that is not there', async () => {
    expect((await desk.visitor().request('GET', '/api/calendar?year=26')).statusCode).toBe(400)
    expect((await desk.visitor().request('GET', '/api/calendar?unit=99999')).statusCode).toBe(404)
  })
})

describe('who may keep it', () => {
  test.each([
    ['an officer', `canbo-${toanLuu}`],
    ['a commander', `chihuy-${toanLuu}`],
    ['a supervisor', 'giamsat-hatinh'],
  ])('not %s', async (_name, username) => {
    const someone = await desk.signIn(username)

    expect((await preview(someone, closure())).statusCode).toBe(403)
    expect((await record(someone, closure())).statusCode).toBe(403)
    expect((await someone.request('GET', '/api/calendar/changes')).statusCode).toBe(403)
    const marked = await someone.request('PUT', '/api/calendar/years/2027', { complete: true, source: 'Thông báo 1' })
    expect(marked.statusCode).toBe(403)
  })

  test('not a stranger', async () => {
    expect((await record(desk.visitor(), closure())).statusCode).toBe(401)
  })

  test('the administrator keeps the calendar and sees no dossier’s content', async () => {
    const { code } = await acceptedDossier(desk, toanLuu)

    expect((await preview(admin, closure())).statusCode).toBe(200)
    expect((await admin.request('GET', `/api/dossiers/${code}`)).statusCode).toBe(403)
    expect((await admin.request('GET', `/api/dossiers/${code}/clock`)).statusCode).toBe(403)
  })
})

describe('what is refused', () => {
  test.each([
    ['a day that does not exist', { date: '2026-02-30' }, '#/entries/0/date'],
    ['no document', { source: '' }, '#/entries/0/source'],
    ['a document of tomorrow', { announcedOn: '2026-11-21' }, '#/entries/0/announcedOn'],
    ['an unknown commune', { scope: { level: 'unit' as const, code: '00001' } }, '#/entries/0/scope/code'],
    ['a kind that is none', { kind: 'party' as 'holiday' }, '#/entries/0/kind'],
  ])('%s, field by field in Vietnamese', async (_name, changes, pointer) => {
    for (const answer of [await preview(admin, closure(changes)), await record(admin, closure(changes))]) {
      expect(answer.statusCode).toBe(400)
      expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
      expect(answer.json().errors[0].detail).toMatch(/[à-ỹ]/)
    }
  })

  test('saving without a key', async () => {
    expect((await admin.request('POST', '/api/calendar/entries', { entries: [closure()] })).statusCode).toBe(400)
  })
})

test('sent again under its key the change is recorded once, also when the day has become taken by it', async () => {
  const key = newKey()
  const entries = [closure({ date: '2026-12-02' })]

  const [first, again] = [
    await admin.request('POST', '/api/calendar/entries', { entries }, key),
    await admin.request('POST', '/api/calendar/entries', { entries }, key),
  ]

  expect(first.statusCode, first.body).toBe(201)
  expect(again.json().id).toBe(first.json().id)
  expect((await calendar('year=2026')).days.filter(({ date }: { date: string }) => date === '2026-12-02')).toHaveLength(
    1,
  )
  const other = await admin.request(
    'POST',
    '/api/calendar/entries',
    { entries: [closure({ date: '2026-12-03' })] },
    key,
  )
  expect(other.statusCode).toBe(422)
})

test('what is recorded about a day is never edited, not even by the owner of the tables', async () => {
  await expect(desk.owner.query(`update calendar_entries set name = 'x'`)).rejects.toThrow('append-only')
  await expect(desk.owner.query('delete from calendar_entries')).rejects.toThrow('append-only')
})

test('a commune reads its own closure, its neighbour does not', async () => {
  const { id } = (await record(admin, closure({ date: '2026-12-09', scope: { level: 'unit', code: toanLuu } }))).json()
    .entries[0]
  const has = ({ days }: { days: { id: string; inForce: boolean }[] }) =>
    days.some((day) => day.id === id && day.inForce)

  expect(has(await calendar(`year=2026&unit=${toanLuu}`))).toBe(true)
  expect(has(await calendar(`year=2026&unit=${thanhSen}`))).toBe(false)
})

test('through the queue: a saved entry moves the dates by itself, and the page can watch it', async () => {
  const dossier = await acceptedDossier(desk, thanhSen)
  desk.clock.set(new Date(desk.clock.now().getTime() + 600_000).toISOString())
  const saved = await record(admin, closure({ date: '2026-11-23', scope: { level: 'unit', code: thanhSen } }))
  expect(saved.statusCode, saved.body).toBe(201)

  await vi.waitFor(async () => {
    const change = (await admin.request('GET', saved.headers.location as string)).json()
    expect(change).toMatchObject({ moved: 1 })
    expect(change.doneAt).not.toBeNull()
    expect(change.looked).toBe(change.total)
  }, 20_000)
  expect(await movesOf(desk, dossier.code)).toHaveLength(1)
  const { events } = await dossier.view()
  expect(events.at(-1).text.vi).toContain('Đóng cửa do bão (Công điện 31/CĐ-UBND)')
})

describe('a year without its calendar', () => {
  test('makes the dates that reach into it provisional, until it is marked complete', async () => {
    desk.clock.set('2026-12-30T09:00:00+07:00')
    const dossier = await acceptedDossier(desk, toanLuu)
    const clock = async () => (await dossier.officer.request('GET', `/api/dossiers/${dossier.code}/clock`)).json()
    expect(await clock()).toMatchObject({ provisional: true, provisionalYears: [2027] })
    expect((await clock()).steps.at(-1).text.vi).toBe('Tạm tính: lịch nghỉ năm 2027 chưa được công bố.')
    const marked = await admin.request('PUT', '/api/calendar/years/2027', {
      complete: true,
      source: 'Thông báo 1/TB-BNV',
    })

    expect(marked.json()).toMatchObject({ isComplete: true, completeSource: 'Thông báo 1/TB-BNV' })
    expect(await clock()).toMatchObject({ provisional: false, provisionalYears: [] })
    await admin.request('PUT', '/api/calendar/years/2027', { complete: false, source: 'Chưa có thông báo' })
    expect(await clock()).toMatchObject({ provisional: true })
  })
})
