import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { acceptedDossier, filedDossier } from './keeping.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const sum = (parts: Record<string, number>) => Object.values(parts).reduce((whole, part) => whole + part, 0)

test('the clock says dates, pauses with their events, and whose turn it was; and all of it adds up', async () => {
  desk.clock.set('2026-11-19T16:00:00+07:00')
  const dossier = await filedDossier(desk, toanLuu)
  const clock = async () => (await dossier.officer.request('GET', `/api/dossiers/${dossier.code}/clock`)).json()
  expect(await clock()).toMatchObject({ acceptedAt: null, dueAt: null, receptionDueAt: '2026-11-20T09:00:00.000Z' })

  desk.clock.set('2026-11-20T09:00:00+07:00')
  await dossier.step('PUT', '/acceptance', {})
  desk.clock.set('2026-11-23T10:00:00+07:00')
  const { papersNeeded } = await dossier.view()
  await dossier.step('POST', '/supplement-requests', {
    items: [{ subject: papersNeeded[0].kind, subjectKind: 'paper', reason: 'paper-unreadable', message: 'Chụp lại.' }],
  })
  expect((await clock()).pauses).toMatchObject([])
  desk.clock.set('2026-11-25T11:00:00+07:00')
  expect((await clock()).pauses).toMatchObject([{ to: null, closedBy: null }])
  desk.clock.set('2026-11-25T15:00:00+07:00')
  const key = { 'x-tracking-key': dossier.trackingKey }
  const path = `/api/dossiers/${dossier.code}`
  const { version } = (await dossier.resident.request('GET', `${path}/tracking`, undefined, key)).json()
  const answered = await dossier.resident.request(
    'POST',
    `${path}/supplements`,
    { papers: [{ kind: papersNeeded[0].kind, uploadId: await dossier.resident.upload() }] },
    { ...key, 'if-match': `"${version}"`, ...newKey() },
  )
  expect(answered.statusCode, answered.body).toBe(201)
  desk.clock.set('2026-11-26T16:00:00+07:00')

  const read = await clock()
  // CLOCK 8.2, by hand: base Thursday 26, moved by 660 minutes of waiting to Monday 30.
  expect(read).toMatchObject({
    filedAt: '2026-11-19T09:00:00.000Z',
    acceptedAt: '2026-11-20T02:00:00.000Z',
    baseDueAt: '2026-11-26T10:00:00.000Z',
    dueAt: '2026-11-30T10:00:00.000Z',
    workingMinutes: 1080,
    pausedMinutes: 660,
    movedMinutes: 660,
    standing: 'running',
    provisional: false,
    extension: null,
    turns: {
      workingMinutes: { office: 1260, resident: 660, agency: 0, system: 0 },
      elapsedMinutes: { office: 6900, resident: 3180, agency: 0, system: 0 },
    },
  })
  expect(sum(read.turns.elapsedMinutes)).toBe(10_080)
  expect(read.pauses).toMatchObject([
    {
      from: '2026-11-23T03:00:00.000Z',
      to: '2026-11-25T08:00:00.000Z',
      workingMinutes: 660,
      movesDueDate: true,
      openedBy: { text: { vi: expect.stringContaining('yêu cầu bổ sung') } },
      closedBy: { text: { vi: expect.stringContaining('Đã bổ sung') } },
    },
  ])
  const days = read.steps.reduce((whole: number, { days: n = 0 }) => whole + n, 0)
  expect(days).toBe(3)
  const moved = read.steps.find(({ kind }: { kind: string }) => kind === 'moved_due')
  expect(moved.minutes).toBe(660)
  expect(moved.text.vi).toContain('1 ngày 3 giờ làm việc')
  for (const { text } of read.steps) expect(text.en).toBeTruthy()
})

test('the resident reads the same steps with the tracking key, and nobody without', async () => {
  desk.clock.set('2026-12-01T09:00:00+07:00')
  const dossier = await acceptedDossier(desk, toanLuu)
  const path = `/api/dossiers/${dossier.code}/clock`
  const officers = (await dossier.officer.request('GET', path)).json()

  const answer = await desk.visitor().request('GET', path, undefined, { 'x-tracking-key': dossier.trackingKey })
  expect(answer.json()).toEqual(officers)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect((await desk.visitor().request('GET', path)).statusCode).toBe(404)
  const wrong = await desk.visitor().request('GET', path, undefined, { 'x-tracking-key': 'AAAA-AAAA-AAAA' })
  expect(wrong.statusCode).toBe(404)
})

test('staff read it within their units: the neighbour’s officer does not, the province’s supervisor does', async () => {
  const dossier = await acceptedDossier(desk, toanLuu)
  const path = `/api/dossiers/${dossier.code}/clock`

  expect((await (await desk.signIn(`canbo-${thanhSen}`)).request('GET', path)).statusCode).toBe(404)
  expect((await (await desk.signIn('giamsat-hatinh')).request('GET', path)).statusCode).toBe(200)
})
