import { and, eq } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import type { BookingView } from '#shared/tickets/booking-schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notNow } from './problems.ts'
import { findBooking, readBooking } from './read-booking.ts'

/** Gives a booked time back, so that somebody else can have it. Cancelled twice is cancelled once. There is nothing to remind of any more. */
export async function cancelBooking(deps: Deps, secret: string): Promise<BookingView> {
  const { id, unit } = await findBooking(deps, secret)

  return withTx(deps.pool, { units: [unit] }, async (tx) => {
    await tx
      .update(bookings)
      .set({ state: 'cancelled', contact: null, changedAt: deps.now() })
      .where(and(eq(bookings.id, id), eq(bookings.state, 'booked')))
    const booking = await readBooking(deps, tx, id)
    if (booking.state === 'checked_in') throw notNow('Lịch hẹn này đã lấy số tại đơn vị nên không hủy được.')

    return booking
  })
}
