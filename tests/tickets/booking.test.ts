import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BookingsOfDayView, SlotsView } from '#shared/tickets/booking-schemas.ts'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { take } from './support.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())
beforeEach(() => desk.clock.set('2026-11-23T09:00:00+07:00'))

const slots = async (day: string): Promise<SlotsView> =>
  (await desk.visitor().request('GET', `/api/units/${toanLuu}/slots?day=${day}`)).json()

let phones = 0
function nextPhone() {
  phones += 1

  return `09123${String(phones).padStart(5, '0')}`
}
const book = (at: string, phone = nextPhone(), headers = newKey()) =>
  desk.visitor().request('POST', '/api/bookings', { unit: toanLuu, at, services: ['1.004194'], phone }, headers)

const starts = ({ slots: all }: SlotsView) =>
  all.map(({ at }) => new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(11, 16))

test('slots follow reception hours: none over noon, Saturday morning, none on a holiday or a Sunday, and says why', async () => {
  const wednesday = await slots('2026-11-25')
  expect(starts(wednesday)).toEqual([
    ...['07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00'],
    ...['13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30'],
  ])
  expect(wednesday.slots[0]).toMatchObject({ capacity: 2, left: 2 })
  expect(starts(await slots('2026-11-28')).at(-1)).toBe('11:00')
  expect((await slots('2026-11-24')).closed?.vi).toContain('Ngày Văn hóa Việt Nam')
  expect((await slots('2026-11-29')).closed?.vi).toContain('không tiếp công dân')
  expect((await slots('2027-01-25')).closed?.vi).toContain('Chỉ đặt được từ hôm nay đến')
})

test('of today only what begins in half an hour and later can be booked', async () => {
  expect(starts(await slots('2026-11-23'))[0]).toBe('09:30')
  expect((await book('2026-11-23T09:00:00+07:00')).statusCode).toBe(400)
})

test('twelve who book one slot at once get what the counters can do: two, and ten are told', async () => {
  const at = '2026-11-25T08:00:00+07:00'
  const answers = await Promise.all(Array.from({ length: 12 }, () => book(at)))

  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2)
  expect(answers.filter((answer) => answer.json().type === 'urn:quay:slot-taken')).toHaveLength(10)
  expect((await slots('2026-11-25')).slots[2]).toMatchObject({ left: 0 })
})

test('one phone number books once a day, however it is written, and again after cancelling', async () => {
  const first = await book('2026-11-26T08:00:00+07:00', '0988 111 222')
  expect(first.statusCode).toBe(201)
  const second = await book('2026-11-26T09:00:00+07:00', '+84988111222')
  expect(second.statusCode).toBe(409)
  expect(second.json().detail).toContain('đã đặt 1 lịch trong ngày đó')

  const { secret } = first.json()
  const cancel = () => desk.visitor().request('DELETE', `/api/bookings/${secret}`)
  expect((await cancel()).json().state).toBe('cancelled')
  expect((await cancel()).statusCode).toBe(200)
  expect((await book('2026-11-26T09:00:00+07:00', '0988111222')).statusCode).toBe(201)
})

test('the phone number itself is stored nowhere', async () => {
  await book('2026-11-26T10:00:00+07:00', '0977654321')
  const { rows } = await desk.owner.query(`select row_to_json(b)::text as row from bookings b`)

  expect(rows.map(({ row }) => row).join()).not.toContain('977654321')
})

test('the same form sent twice is one booking', async () => {
  const browser = desk.visitor()
  const key = newKey()
  const send = () =>
    browser.request(
      'POST',
      '/api/bookings',
      { unit: toanLuu, at: '2026-11-26T14:00:00+07:00', services: ['1.004194'], phone: '0966000111' },
      key,
    )
  // The first answer brings the cookie that says who sends.
  await browser.request('GET', `/api/units/${toanLuu}/slots?day=2026-11-26`)

  expect((await send()).json().code).toBe((await send()).json().code)
  expect((await slots('2026-11-26')).slots.find(({ at }) => at === ('2026-11-26T07:00:00.000Z' as unknown))?.left).toBe(
    1,
  )
})

test('checking in gives a booked number, once; coming early is counted from the booked time', async () => {
  const booking = (await book('2026-11-27T09:00:00+07:00')).json()
  desk.clock.set('2026-11-27T07:30:00+07:00')
  await expect(take(desk, { booking: booking.code })).rejects.toThrow(/lấy số từ 08:00/)
  desk.clock.set('2026-11-27T08:40:00+07:00')
  const ticket = await take(desk, { booking: booking.code.toLowerCase() })

  expect(ticket).toMatchObject({ label: 'B001', class: 'booked' })
  const { rows } = await desk.owner.query('select call_by from tickets where id = $1', [ticket.id])
  expect(rows[0].call_by).toEqual(new Date('2026-11-27T09:10:00+07:00'))
  await expect(take(desk, { booking: booking.code })).rejects.toThrow(/đã lấy số rồi/)
})

test('officers see whom the day brings and who has come, without a name; another unit sees its own', async () => {
  const day = '2026-12-02'
  const nine = (await book(`${day}T09:00:00+07:00`)).json()
  const eight = (await book(`${day}T08:00:00+07:00`)).json()
  const given = (await book(`${day}T10:00:00+07:00`)).json()
  await desk.visitor().request('DELETE', `/api/bookings/${given.secret}`)
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const expected = async (who = officer) =>
    (await who.request('GET', `/api/desk/bookings?day=${day}`)).json() as Promise<BookingsOfDayView>
  const before = await expected()

  desk.clock.set(`${day}T07:50:00+07:00`)
  await take(desk, { booking: eight.code })
  const today = (await officer.request('GET', '/api/desk/bookings')).json()

  expect(before.items.map(({ code, state, label }) => [code, state, label])).toEqual([
    [eight.code, 'booked', null],
    [nine.code, 'booked', null],
  ])
  expect(today.day).toBe(day)
  expect(today.items[0]).toMatchObject({ code: eight.code, state: 'checked_in', label: 'B001' })
  expect((await expected(await desk.signIn(`canbo-${thanhSen}`))).items).toEqual([])
  expect((await desk.visitor().request('GET', '/api/desk/bookings')).statusCode).toBe(401)
})

test('the QR of a booking checks in as its code does; half an hour too late it is a walk-in’s number', async () => {
  const booking = (await book('2026-11-27T10:00:00+07:00')).json()
  desk.clock.set('2026-11-27T10:31:00+07:00')
  const ticket = await take(desk, { booking: `https://quay.example${booking.pageUrl}` })

  expect(ticket).toMatchObject({ label: 'A001', class: 'walk_in', services: [{ code: '1.004194' }] })
})

test('a cancelled booking and one of another day give no number', async () => {
  const cancelled = (await book('2026-11-27T14:00:00+07:00')).json()
  await desk.visitor().request('DELETE', `/api/bookings/${cancelled.secret}`)
  const another = (await book('2026-11-30T14:00:00+07:00')).json()
  desk.clock.set('2026-11-27T13:50:00+07:00')

  await expect(take(desk, { booking: cancelled.code })).rejects.toThrow(/không có lịch hẹn/)
  await expect(take(desk, { booking: another.secret })).rejects.toThrow(/không phải hôm nay/)
})
