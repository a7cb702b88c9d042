import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveDates } from '#server/calendar/move-dates.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import {
  acceptedDossier,
  administrator,
  carryOut,
  closure,
  filedDossier,
  movesOf,
  preview,
  record,
  storedDates,
} from './keeping.ts'

let desk: TestDesk
let admin: Caller
beforeEach(async () => {
  desk = await testDesk()
  admin = await desk.signIn(administrator)
})
afterEach(() => desk[Symbol.asyncDispose]())

const later = (minutes: number) => desk.clock.set(new Date(desk.clock.now().getTime() + minutes * 60_000).toISOString())

test('the preview says what then happens: old and new date, by commune', async () => {
  const here = await acceptedDossier(desk, toanLuu)
  const there = await acceptedDossier(desk, thanhSen)
  const waiting = await filedDossier(desk, thanhSen)
  later(10)

  const seen = await preview(admin, closure({ date: '2026-11-23' }))
  expect(seen.statusCode, seen.body).toBe(200)
  expect(await movesOf(desk, here.code)).toEqual([])
  const { totals, byUnit, items, looked } = seen.json()
  expect(looked).toBe(3)
  expect(totals).toEqual({ moved: 3, later: 3, earlier: 0, becomeOverdue: 0, healed: 0 })
  expect(byUnit.map(({ unit, moved }: { unit: { code: string }; moved: number }) => [unit.code, moved])).toEqual([
    [thanhSen, 2],
    [toanLuu, 1],
  ])

  expect((await record(admin, closure({ date: '2026-11-23' }))).statusCode).toBe(201)
  await carryOut(desk)
  for (const { code, kind, from, to } of items) {
    const [move] = await movesOf(desk, code)
    expect(move).toMatchObject({
      from: kind === 'due' ? { due: from, reception: null } : { due: null, reception: from },
      to: kind === 'due' ? { due: to, reception: null } : { due: null, reception: to },
      reason: 'Đóng cửa do bão (Công điện 31/CĐ-UBND)',
    })
    expect((await storedDates(desk, code)).next_due_at.toISOString()).toBe(to)
  }
  expect(items.map(({ code }: { code: string }) => code).sort()).toEqual([here.code, there.code, waiting.code].sort())
  // Accepted on Friday 20 November, three working days: without Monday 23 the third is Friday 27.
  expect((await here.view()).dueAt).toBe('2026-11-27T10:00:00.000Z')
})

test('the closure of one commune touches nobody else’s dossiers', async () => {
  const here = await acceptedDossier(desk, toanLuu)
  const there = await acceptedDossier(desk, thanhSen)
  later(10)

  await record(admin, closure({ scope: { level: 'unit', code: toanLuu } }))
  await carryOut(desk)

  expect(await movesOf(desk, here.code)).toHaveLength(1)
  expect(await movesOf(desk, there.code)).toEqual([])
  expect((await there.view()).dueAt).toBe('2026-11-26T10:00:00.000Z')
})

test('a verdict never moves: what ended before knows nothing of the entry', async () => {
  const resolved = await acceptedDossier(desk, toanLuu)
  const commander = await desk.signIn(`chihuy-${toanLuu}`)
  desk.clock.set('2026-11-27T09:00:00+07:00')
  await resolved.step('PUT', '/proposal', { outcome: 'grant' })
  await resolved.step('PUT', '/decision', { outcome: 'grant' }, commander)
  const before = await storedDates(desk, resolved.code)
  expect(before.verdict).toBe('late')
  const clock = async () => (await resolved.officer.request('GET', `/api/dossiers/${resolved.code}/clock`)).json()
  const { steps, dueAt } = await clock()
  later(60)

  const seen = await preview(admin, closure())
  await record(admin, closure())
  await carryOut(desk)

  expect(seen.json().totals.moved).toBe(0)
  expect(await storedDates(desk, resolved.code)).toEqual(before)
  expect(await movesOf(desk, resolved.code)).toEqual([])
  expect(await clock()).toMatchObject({ steps, dueAt, standing: 'late' })
})

test('a flood of yesterday brings overdue dossiers back into time', async () => {
  const dossier = await acceptedDossier(desk, toanLuu)
  desk.clock.set('2026-11-27T09:00:00+07:00')
  expect((await dossier.view()).standing).toBe('overdue')

  const seen = (await preview(admin, closure({ date: '2026-11-26', announcedOn: '2026-11-26' }))).json()
  expect(seen.totals).toMatchObject({ moved: 1, healed: 1 })
  expect(seen.items[0]).toMatchObject({ code: dossier.code, isHealed: true, becomesOverdue: false })
  await record(admin, closure({ date: '2026-11-26', announcedOn: '2026-11-26' }))
  await carryOut(desk)

  expect(await dossier.view()).toMatchObject({ standing: 'due_soon', dueAt: '2026-11-27T10:00:00.000Z' })
})

test('an opening can make a dossier overdue, and the preview says so', async () => {
  const dossier = await acceptedDossier(desk, toanLuu)
  desk.clock.set('2026-11-26T09:00:00+07:00')
  const worked = closure({
    date: '2026-11-22',
    kind: 'local_opening',
    name: 'Làm bù',
    scope: { level: 'unit', code: toanLuu },
  })

  expect((await preview(admin, worked)).json().totals).toMatchObject({ moved: 1, earlier: 1, becomeOverdue: 1 })
  await record(admin, worked)
  await carryOut(desk)

  expect((await dossier.view()).dueAt).toBe('2026-11-25T10:00:00.000Z')
})

describe('a mistake', () => {
  test('is taken back by a withdrawal, and both moves are told', async () => {
    const dossier = await acceptedDossier(desk, toanLuu)
    later(10)
    const wrong = (await record(admin, closure())).json().entries[0].id
    await carryOut(desk)
    later(10)

    const back = closure({
      kind: 'withdrawn',
      supersedes: wrong,
      name: 'Đóng cửa do bão',
      source: 'Đính chính 32/UBND',
    })
    expect((await preview(admin, back)).json().totals).toMatchObject({ moved: 1, earlier: 1 })
    expect((await record(admin, back)).statusCode).toBe(201)
    await carryOut(desk)

    const moves = await movesOf(desk, dossier.code)
    expect(moves).toHaveLength(2)
    expect(moves[1]?.from).toEqual(moves[0]?.to)
    expect(moves[1]?.to).toEqual(moves[0]?.from)
    expect((await dossier.view()).dueAt).toBe('2026-11-26T10:00:00.000Z')
    const { days } = (await desk.visitor().request('GET', '/api/calendar?year=2026')).json()
    expect(days.filter(({ date }: { date: string }) => date === '2026-11-25')).toMatchObject([
      { id: wrong, inForce: false },
      { kind: 'withdrawn', supersedes: wrong, inForce: false },
    ])
  })

  test('is corrected by an entry that supersedes: only a morning was closed', async () => {
    const dossier = await acceptedDossier(desk, toanLuu)
    later(10)
    const wrong = (await record(admin, closure())).json().entries[0].id
    await carryOut(desk)
    later(10)
    await record(admin, closure({ supersedes: wrong, sessions: [['13:30', '17:00']] }))
    await carryOut(desk)

    expect((await dossier.view()).dueAt).toBe('2026-11-26T10:00:00.000Z')
  })
})

describe('the job', () => {
  test('run twice, and two at once, moves each dossier once and promises one message', async () => {
    const dossier = await acceptedDossier(desk, toanLuu)
    later(10)
    const { id } = (await record(admin, closure())).json()
    const { rows } = await desk.owner.query(`select id from outbox where topic = 'move_dates'`)

    await Promise.all([moveDates(desk.deps, rows[0].id, id), moveDates(desk.deps, rows[0].id, id)])
    await moveDates(desk.deps, rows[0].id, id)

    expect(await movesOf(desk, dossier.code)).toHaveLength(1)
    const messages = await desk.owner.query(`select facts from messages where template = 'due_date_moved'`)
    expect(messages.rows).toEqual([
      {
        facts: {
          from: '2026-11-26T10:00:00.000Z',
          to: '2026-11-27T10:00:00.000Z',
          reason: 'Đóng cửa do bão (Công điện 31/CĐ-UBND)',
        },
      },
    ])
  })

  test('killed between two dossiers, goes on where it was and tells nobody twice', async () => {
    const codes = []
    for (let i = 0; i < 6; i += 1) codes.push((await acceptedDossier(desk, toanLuu)).code)
    later(10)
    const { id } = (await record(admin, closure())).json()
    const { rows } = await desk.owner.query(`select id from outbox where topic = 'move_dates'`)
    let steps = 0
    const dying = {
      ...desk.deps,
      // The process dies when it is about to write its third event.
      now: () => {
        steps += 1
        if (steps > 8) throw new Error('killed')

        return desk.deps.now()
      },
    }

    await expect(moveDates(dying, rows[0].id, id)).rejects.toThrow('killed')
    const half = (await admin.request('GET', `/api/calendar/changes/${id}`)).json()
    expect(half).toMatchObject({ total: 6, looked: 0, doneAt: null })
    await moveDates(desk.deps, rows[0].id, id)

    for (const code of codes) expect(await movesOf(desk, code), code).toHaveLength(1)
    expect((await admin.request('GET', `/api/calendar/changes/${id}`)).json()).toMatchObject({ total: 6, looked: 6 })
  })

  test('a step taken before the job came does not swallow the move', async () => {
    const dossier = await acceptedDossier(desk, toanLuu)
    later(10)
    await record(admin, closure())
    later(10)
    expect((await dossier.step('DELETE', '/claim', undefined)).statusCode).toBe(200)
    await carryOut(desk)

    expect(await movesOf(desk, dossier.code)).toMatchObject([{ to: { due: '2026-11-27T10:00:00.000Z' } }])
  })

  test('two changes in a row are told one after the other, each from where the last one led', async () => {
    const dossier = await acceptedDossier(desk, toanLuu)
    later(10)
    await record(admin, closure())
    await record(admin, closure({ date: '2026-11-26' }))
    await carryOut(desk)

    const moves = await movesOf(desk, dossier.code)
    expect(moves).toMatchObject([
      { from: { due: '2026-11-26T10:00:00.000Z' }, to: { due: '2026-11-27T10:00:00.000Z' } },
      { from: { due: '2026-11-27T10:00:00.000Z' }, to: { due: '2026-11-30T10:00:00.000Z' } },
    ])
  })

  test('does not make a page stale that somebody has open', async () => {
    const dossier = await acceptedDossier(desk, toanLuu)
    const { version } = await dossier.view()
    later(10)
    await record(admin, closure())
    await carryOut(desk)

    const released = await dossier.officer.request('DELETE', `/api/dossiers/${dossier.code}/claim`, undefined, {
      'if-match': `"${version}"`,
      ...newKey(),
    })
    expect(released.statusCode, released.body).toBe(200)
  })

  test('a dossier that waits for its resident before acceptance has no date to move', async () => {
    const dossier = await filedDossier(desk, toanLuu)
    const { papersNeeded } = await dossier.view()
    await dossier.step('POST', '/supplement-requests', {
      items: [
        { subject: papersNeeded[0].kind, subjectKind: 'paper', reason: 'paper-unreadable', message: 'Hãy chụp lại.' },
      ],
    })
    later(10)

    expect((await preview(admin, closure({ date: '2026-11-23' }))).json()).toMatchObject({
      looked: 1,
      totals: { moved: 0 },
    })
  })
})
