import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'

const url = '/api/desk/line-settings'
const usual = {
  counters: 3,
  serviceMinutes: 15,
  slotMinutes: 30,
  bookedPercent: 50,
  bookingsPerPhone: 1,
  returnMinutes: 30,
}

let desk: TestDesk
let commander: Caller
beforeAll(async () => {
  desk = await testDesk()
  commander = await desk.signIn(`chihuy-${toanLuu}`)
})
afterAll(() => desk[Symbol.asyncDispose]())

const list = async (who = commander) => (await who.request('GET', url)).json()
const say = (who: Caller, from: string, changes: Partial<typeof usual> = {}) =>
  who.request('POST', url, { ...usual, ...changes, from })

test('before anything is said the unit works as every unit does, and sees the days that can be booked', async () => {
  const { inForce, entries, days, today } = await list()

  expect(entries).toEqual([])
  expect(inForce).toMatchObject({ counters: 2, slotMinutes: 30 })
  expect(days).toHaveLength(15)
  expect(days[0]).toMatchObject({ day: today, booked: 0, fullestSlot: 0 })
  // Friday 20 November 2026, the Saturday after it, and Sunday.
  expect(days.slice(0, 3).map(({ sessions }: { sessions: unknown[] }) => sessions.length)).toEqual([2, 1, 0])
})

test('an entry holds from its day on; the later word about a day replaces the earlier; the same word twice is one', async () => {
  expect((await say(commander, '2026-11-20')).statusCode).toBe(204)
  expect((await say(commander, '2026-11-25', { counters: 4 })).statusCode).toBe(204)
  expect((await say(commander, '2026-11-25', { counters: 4 })).statusCode).toBe(204)
  desk.clock.set('2026-11-20T10:00:00+07:00')
  expect((await say(commander, '2026-11-25', { counters: 5 })).statusCode).toBe(204)

  const { inForce, entries } = await list()
  expect(inForce.counters).toBe(3)
  expect(
    entries.map(({ from, settings, standing }: Record<string, { counters: number }>) => [
      from,
      settings?.counters,
      standing,
    ]),
  ).toEqual([
    ['2026-11-25', 5, 'ahead'],
    ['2026-11-25', 4, 'replaced'],
    ['2026-11-20', 3, 'in_force'],
  ])

  desk.clock.set('2026-11-25T08:00:00+07:00')
  const later = await desk.signIn(`chihuy-${toanLuu}`)
  const then = await list(later)
  expect(then.inForce.counters).toBe(5)
  expect(then.entries.map(({ standing }: { standing: string }) => standing)).toEqual(['in_force', 'replaced', 'past'])
})

test('a day that has passed and numbers that mean nothing are refused at their fields', async () => {
  const again = await desk.signIn(`chihuy-${toanLuu}`)
  const past = await say(again, '2026-11-24')
  const none = await say(again, '2026-12-01', { counters: 0 })

  expect(past.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/from' }] })
  expect(none.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/counters' }] })
})

test('only the head of a unit reads and says it, and only of the own unit', async () => {
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const neighbour = await desk.signIn(`chihuy-${thanhSen}`)

  expect((await officer.request('GET', url)).statusCode).toBe(403)
  expect((await say(officer, '2026-12-01')).statusCode).toBe(403)
  expect((await list(neighbour)).entries).toEqual([])
})
