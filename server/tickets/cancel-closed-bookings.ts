import { and, eq, gt } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import { dayOf, minuteOf } from '#shared/sla/minutes.ts'
import { isReceivedAt } from '#shared/tickets/reminders.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { promiseBookingLetters } from './promise-booking-letter.ts'

interface BookedTime {
  unit: string
  slotAt: Date
}

type CancelDeps = Pick<Deps, 'pool' | 'now' | 'reference' | 'wake'>

/** When a day was an exception that is taken back, no entry of the calendar says why it is closed. */
const reasonUnknown = 'lịch tiếp công dân thay đổi'

/**
 * Cancels what is booked at times at which the calendar no longer receives people, and promises to tell everybody who
 * left an address, at whatever hour: a closure that is recorded in the night is often about the morning.
 *
 * For good: who was told not to come is not called back when the closure is withdrawn, but may book again. Safe to run
 * twice, also at once. Returns how many bookings it cancelled.
 */
export async function cancelClosedBookings(deps: CancelDeps): Promise<number> {
  const at = deps.now()
  const isClosed = ({ unit, slotAt }: BookedTime) => !isReceivedAt(deps.reference.calendarOf(unit, at), slotAt)
  const suspected = (await timesAhead(deps, at)).filter(isClosed)
  if (suspected.length === 0) return 0
  // Another process may have opened a day a moment ago that this one has not heard of.
  await deps.reference.reload()
  let cancelled = 0
  for (const time of suspected.filter(isClosed)) cancelled += await cancelTime(deps, time, at)
  if (cancelled > 0) deps.wake.send('outbox')

  return cancelled
}

const timesAhead = ({ pool, reference }: CancelDeps, at: Date): Promise<BookedTime[]> =>
  withTx(pool, { units: reference.receivingUnits() }, (tx) =>
    tx
      .selectDistinct({ unit: bookings.unitCode, slotAt: bookings.slotAt })
      .from(bookings)
      .where(and(eq(bookings.state, 'booked'), gt(bookings.slotAt, at))),
  )

function cancelTime({ pool, reference }: CancelDeps, { unit, slotAt }: BookedTime, at: Date): Promise<number> {
  const closedReason = reference.calendarOf(unit, at).planOn(dayOf(minuteOf(slotAt))).entry?.name ?? reasonUnknown

  return withTx(pool, { units: [unit] }, async (tx) => {
    const cancelled = await tx
      .update(bookings)
      .set({ state: 'cancelled', closedReason, changedAt: at })
      .where(and(eq(bookings.unitCode, unit), eq(bookings.slotAt, slotAt), eq(bookings.state, 'booked')))
      .returning({ id: bookings.id, contact: bookings.contact })
    const bookingIds = cancelled.flatMap(({ id, contact }) => (contact ? [id] : []))
    await promiseBookingLetters(tx, { unit, bookingIds, kind: 'closed', at })

    return cancelled.length
  })
}
