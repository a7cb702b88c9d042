import { beforeEach, expect, test } from 'vitest'
import { bookingLetters, bookings } from '#db/schema/tickets.ts'
import { type Carriers, Undeliverable } from '#server/messages/carrier.ts'
import { withTx } from '#server/platform/db.ts'
import { relayBatch } from '#server/platform/outbox.ts'
import { bookingsQueue, type JobData, type Queues } from '#server/platform/queues.ts'
import { cancelClosedBookings } from '#server/tickets/cancel-closed-bookings.ts'
import { eraseBookingContacts } from '#server/tickets/erase-booking-contacts.ts'
import { remindBookings } from '#server/tickets/remind-bookings.ts'
import { workOnBookingLetter } from '#server/tickets/worker.ts'
import type { CalendarEntryInput } from '#shared/calendar/schemas.ts'
import type { BookingView } from '#shared/tickets/booking-schemas.ts'
import { closure } from '../calendar/keeping.ts'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { take, type Wire } from './support.ts'

/** Tuesday 24 November 2026 is a holiday, so the working day before Wednesday is Monday. */
const wednesday = '2026-11-25T08:00:00+07:00'

let desk: TestDesk
beforeEach(async () => {
  desk = await testDesk()
  desk.clock.set('2026-11-20T09:00:00+07:00')

  return () => desk[Symbol.asyncDispose]()
})

async function book(
  contact?: Record<string, string>,
  { at = wednesday, unit = toanLuu, phone = '0912345678' } = {},
): Promise<Wire<BookingView>> {
  const answer = await desk
    .visitor()
    .request('POST', '/api/bookings', { unit, at, services: ['1.004194'], phone, contact }, newKey())
  expect(answer.statusCode, answer.body).toBe(201)

  return answer.json()
}

const read = async ({ secret }: Pick<BookingView, 'secret'>): Promise<Wire<BookingView>> =>
  (await desk.visitor().request('GET', `/api/bookings/${secret}`)).json()

/** What reached people, as a demonstration's letter box has it. */
async function letters(): Promise<{ address: string; channel: string; subject: string; body: string }[]> {
  await desk.deliver()
  const { rows } = await desk.owner.query('select address, channel, subject, body from recorded_messages order by at')

  return rows
}

const keptContacts = async (): Promise<number> =>
  (await desk.owner.query('select 1 from bookings where contact is not null')).rowCount ?? 0

/** The jobs of the bookings' queue that wait now. */
async function waitingJobs(): Promise<JobData[]> {
  const taken: JobData[] = []
  const queues: Pick<Queues, 'add'> = {
    async add(queue, jobs) {
      if (queue === bookingsQueue) taken.push(...jobs.map(({ data }) => data))
    },
  }
  while ((await relayBatch(desk.deps.pool, queues as Queues)) > 0) {
    /* until nothing waits */
  }

  return taken
}

/** The administrator records that the province's units are closed on a day, or open only in these sessions. */
async function closeDay(date: string, more: Partial<CalendarEntryInput> = {}) {
  const admin = await desk.signIn('quantri')
  const entries = [closure({ date, name: 'Nghỉ tránh bão số 12', ...more })]
  const answer = await admin.request('POST', '/api/calendar/entries', { entries }, newKey())
  expect(answer.statusCode, answer.body).toBe(201)
}

test('whoever left an address is reminded once, at 15:00 of the working day before, with time, place and code', async () => {
  const booking = await book({ phone: '0987 654 321' })
  expect(booking).toMatchObject({ isReachable: true, remindAt: '2026-11-23T08:00:00.000Z' })

  desk.clock.set('2026-11-23T14:59:00+07:00')
  expect(await remindBookings(desk.deps)).toBe(0)
  desk.clock.set('2026-11-23T15:00:00+07:00')
  expect(await remindBookings(desk.deps)).toBe(1)
  const [letter, ...more] = await letters()

  expect(more).toEqual([])
  expect(letter).toMatchObject({ address: '0987654321', channel: 'zalo' })
  for (const told of ['Công an xã Toàn Lưu', '08:00 thứ Tư, 25/11/2026', booking.code])
    expect(letter?.body).toContain(told)
  expect(letter?.body).not.toContain(booking.secret)
  expect((await read(booking)).remindAt).toBeNull()
  expect((await desk.visitor().request('GET', '/demo/thu')).body).toContain(`Nhắc lịch hẹn ${booking.code}`)
})

test('an e-mail says how to book another time and nothing of dossiers, in both languages', async () => {
  await book({ email: 'huong@vidu.vn' })
  desk.clock.set('2026-11-23T15:00:00+07:00')
  await remindBookings(desk.deps)
  const [letter] = await letters()

  expect(letter).toMatchObject({ address: 'huong@vidu.vn', channel: 'email' })
  expect(letter?.body).toContain('/dat-lich')
  expect(letter?.body).toContain('You have booked')
  expect(letter?.body).not.toMatch(/hồ sơ|dossier/)
})

test('the scan run again, and twice at once, reminds nobody a second time; nor does a job that comes again', async () => {
  await book({ phone: '0987654321' })
  await book({ phone: '0987654322' }, { phone: '0912345679', unit: thanhSen })
  desk.clock.set('2026-11-23T15:00:00+07:00')
  const counts = await Promise.all([remindBookings(desk.deps), remindBookings(desk.deps)])
  expect(counts[0] + counts[1]).toBe(2)
  const jobs = await waitingJobs()
  let sent = 0
  const carriers: Carriers = {
    sms: {
      async send() {
        sent += 1

        return { state: 'sent', carrierId: 'x' }
      },
    },
  }
  for (const job of [...jobs, ...jobs]) await workOnBookingLetter(desk.deps, carriers, job)
  desk.clock.set('2026-11-24T10:00:00+07:00')

  expect(sent).toBe(2)
  expect(await remindBookings(desk.deps)).toBe(0)
})

test('a process that dies after the carrier’s yes sends again under the same id', async () => {
  await book({ phone: '0987654321' })
  desk.clock.set('2026-11-23T15:00:00+07:00')
  await remindBookings(desk.deps)
  const [job] = await waitingJobs()
  if (!job) throw new Error('nothing was promised')
  const ids: string[] = []
  const carriers = (dies: boolean): Carriers => ({
    sms: {
      async send({ id }) {
        ids.push(id)
        if (dies) throw new Error('the process is gone')

        return { state: 'sent', carrierId: 'x' }
      },
    },
  })
  await expect(workOnBookingLetter(desk.deps, carriers(true), job)).rejects.toThrow('the process is gone')
  await workOnBookingLetter(desk.deps, carriers(false), job)

  expect(ids).toEqual([job.letterId, job.letterId])
})

test('a booking that was given back is not reminded of, not even when the reminder was promised already', async () => {
  const before = await book({ phone: '0987654321' })
  const after = await book({ phone: '0987654322' }, { phone: '0912345679' })
  const cancel = ({ secret }: { secret: string }) => desk.visitor().request('DELETE', `/api/bookings/${secret}`)
  await cancel(before)
  desk.clock.set('2026-11-23T15:00:00+07:00')
  expect(await remindBookings(desk.deps)).toBe(1)
  await cancel(after)

  expect(await letters()).toEqual([])
  expect(await keptContacts()).toBe(0)
  const { rows } = await desk.owner.query('select state from booking_letters')
  expect(rows).toEqual([{ state: 'withdrawn' }])
})

test('nobody is reminded in the night, after a leap of the clock either; the morning does it', async () => {
  await book({ phone: '0987654321' })
  desk.clock.set('2026-11-24T23:00:00+07:00')
  expect(await remindBookings(desk.deps)).toBe(0)
  desk.clock.set('2026-11-25T07:00:00+07:00')
  expect(await remindBookings(desk.deps)).toBe(1)
})

test('whoever left no address, books after the hour of the reminder, or whose time has come gets none', async () => {
  await book()
  const past = await book({ phone: '0987654320' }, { phone: '0912345670', at: '2026-11-20T10:00:00+07:00' })
  desk.clock.set('2026-11-23T16:00:00+07:00')
  const late = await book({ phone: '0987654321' }, { phone: '0912345679' })

  expect(past).toMatchObject({ isReachable: true, remindAt: null })
  expect(late).toMatchObject({ isReachable: true, remindAt: null })
  expect(await remindBookings(desk.deps)).toBe(0)
})

test('a day that becomes a day off cancels its bookings, says why, and tells at once what to do', async () => {
  const told = await book({ phone: '0987654321' })
  const silent = await book(undefined, { phone: '0912345679' })
  const elsewhere = await book({ phone: '0987654329' }, { at: '2026-11-26T08:00:00+07:00', phone: '0912345677' })
  desk.clock.set('2026-11-23T22:30:00+07:00')
  await closeDay('2026-11-25')
  const [first, second] = await Promise.all([cancelClosedBookings(desk.deps), cancelClosedBookings(desk.deps)])

  expect(first + second).toBe(2)
  for (const booking of [told, silent])
    expect(await read(booking)).toMatchObject({ state: 'cancelled', closedReason: 'Nghỉ tránh bão số 12' })
  expect((await read(elsewhere)).state).toBe('booked')
  const page = (await desk.visitor().request('GET', silent.pageUrl)).body
  for (const words of ['Đơn vị đã phải hủy lịch hẹn này', 'Nghỉ tránh bão số 12', 'Đặt lịch khác'])
    expect(page).toContain(words)
  expect(page).not.toContain('Hủy lịch này')
  const [letter, ...more] = await letters()
  expect(more).toEqual([])
  expect(letter?.address).toBe('0987654321')
  for (const words of ['Nghỉ tránh bão số 12', '08:00 thứ Tư, 25/11/2026', told.code, 'hãy đặt giờ khác'])
    expect(letter?.body).toContain(words)
  // The address has served: that of Thursday's booking alone is kept.
  expect(await keptContacts()).toBe(1)
  // With Wednesday closed, Thursday's working day before is Monday: its reminder is due by now, and nobody else's.
  desk.clock.set('2026-11-24T09:00:00+07:00')
  expect(await remindBookings(desk.deps)).toBe(1)
  expect((await letters()).at(-1)?.body).toContain(elsewhere.code)
})

test('a day that closes early cancels what was booked after it, and keeps the morning', async () => {
  const morning = await book({ phone: '0987654321' })
  const afternoon = await book({ phone: '0987654322' }, { phone: '0912345679', at: '2026-11-25T14:00:00+07:00' })
  await closeDay('2026-11-25', { sessions: [['07:00', '11:30']] })

  expect(await cancelClosedBookings(desk.deps)).toBe(1)
  expect((await read(morning)).state).toBe('booked')
  expect((await read(afternoon)).state).toBe('cancelled')
})

test('a reminder that reaches nobody is nobody’s call to make', async () => {
  await book({ phone: '0987654321' })
  desk.clock.set('2026-11-23T15:00:00+07:00')
  await remindBookings(desk.deps)
  const refusing = {
    async send(): Promise<never> {
      throw new Undeliverable('no such number')
    },
  }
  for (const job of await waitingJobs()) await workOnBookingLetter(desk.deps, { sms: refusing, zalo: refusing }, job)

  const { rows } = await desk.owner.query('select state from booking_letters')
  expect(rows).toEqual([{ state: 'failed' }])
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  expect((await officer.request('GET', '/api/desk/failed-messages')).json().items).toEqual([])
})

test('another unit sees neither the booking nor what was told about it', async () => {
  await book({ phone: '0987654321' })
  desk.clock.set('2026-11-23T15:00:00+07:00')
  await remindBookings(desk.deps)
  const seenBy = (unit: string) =>
    withTx(desk.deps.pool, { units: [unit] }, async (tx) => [
      (await tx.select().from(bookings)).length,
      (await tx.select().from(bookingLetters)).length,
    ])

  expect(await seenBy(toanLuu)).toEqual([1, 1])
  expect(await seenBy(thanhSen)).toEqual([0, 0])
})

test('the address is sealed while it is kept, and erased by the check-in, or after the day', async () => {
  const coming = await book({ phone: '0987654321', email: 'rieng@vidu.vn' })
  await book({ phone: '0987654322' }, { phone: '0912345679' })
  const { rows } = await desk.owner.query('select row_to_json(b)::text as row, contact from bookings b')
  const stored = rows.map(({ row, contact }) => row + contact.toString('latin1')).join()
  for (const address of ['987654321', 'rieng@vidu.vn', '987654322']) expect(stored).not.toContain(address)

  desk.clock.set('2026-11-25T07:50:00+07:00')
  await take(desk, { booking: coming.code })
  expect(await keptContacts()).toBe(1)
  expect(await eraseBookingContacts(desk.deps)).toBe(0)
  desk.clock.set('2026-11-26T00:30:00+07:00')
  expect(await eraseBookingContacts(desk.deps)).toBe(1)
  expect(await keptContacts()).toBe(0)
})

test('an address that is none is refused by name, and where nobody carries messages none is taken', async () => {
  const body = { unit: toanLuu, at: wednesday, services: ['1.004194'], phone: '0912345678' }
  const wrong = await desk
    .visitor()
    .request('POST', '/api/bookings', { ...body, contact: { email: 'huong' } }, newKey())
  expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/contact/email' }] })

  await using bare = await testDesk({ isProduction: true })
  bare.clock.set('2026-11-20T09:00:00+07:00')
  const refused = await bare
    .visitor()
    .request('POST', '/api/bookings', { ...body, contact: { phone: '0912345678' } }, newKey())
  expect(refused.json()).toMatchObject({ errors: [{ pointer: '#/contact/phone' }] })
  const page = await bare.visitor().request('GET', `/dat-lich?donvi=${toanLuu}&ngay=2026-11-25`)
  expect(page.body).not.toContain('Nhắc lịch')
})

test('a booking is kept as a calendar file that rings before it, as long as it stands', async () => {
  const booking = await book()
  const file = () => desk.visitor().request('GET', `${booking.pageUrl}/lich.ics`)
  const answer = await file()
  expect(answer.headers['content-type']).toContain('text/calendar')
  expect(answer.body).toContain('DTSTART:20261125T010000Z')
  expect(answer.body).toContain(booking.code)
  await desk.visitor().request('DELETE', `/api/bookings/${booking.secret}`)

  expect((await file()).statusCode).toBe(404)
})
