import { eq } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import type { BookingView } from '#shared/tickets/booking-schemas.ts'
import { reminderAt } from '#shared/tickets/reminders.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { secretHash, secretOf } from './secrets.ts'
import { serviceViews } from './views.ts'

/** Finds where a booking is, by its secret; a wrong one and none are the same answer. */
export async function findBooking({ pool }: Pick<Deps, 'pool'>, secret: string): Promise<{ id: string; unit: string }> {
  const { rows } = await pool.query<{ id: string; unit_code: string }>('select * from desk_find_booking($1)', [
    secretHash(secret),
  ])
  const [found] = rows
  if (!found) throw notFound('Không có lịch hẹn này. Hãy mở lại đường dẫn đã lưu.')

  return { id: found.id, unit: found.unit_code }
}

/** A booking for whoever has its address. */
export async function showBooking(deps: Deps, secret: string): Promise<BookingView> {
  const { id, unit } = await findBooking(deps, secret)

  return withTx(deps.pool, { units: [unit] }, (tx) => readBooking(deps, tx, id))
}

export async function readBooking(deps: Deps, tx: Tx, id: string): Promise<BookingView> {
  const booking = one(await tx.select().from(bookings).where(eq(bookings.id, id)))
  const secret = secretOf(deps.keys.hmac, 'booking', id)

  return {
    code: booking.code,
    secret,
    pageUrl: `/dat-lich/hen/${secret}`,
    unit: booking.unitCode,
    unitName: policeOf(deps.reference.unitName(booking.unitCode)).vi,
    at: booking.slotAt,
    state: booking.state,
    closedReason: booking.closedReason,
    isReachable: booking.contact !== null,
    remindAt: nextReminder(deps, booking),
    services: serviceViews(deps, booking.services),
  }
}

/** When a reminder of this booking will still go; null when its hour has passed, or nobody left an address. */
function nextReminder(
  { reference, now }: Pick<Deps, 'reference' | 'now'>,
  { state, contact, unitCode, slotAt }: typeof bookings.$inferSelect,
): Date | null {
  const at = now()
  const remindAt = reminderAt(reference.calendarOf(unitCode, at), slotAt)

  return state === 'booked' && contact !== null && at < remindAt ? remindAt : null
}
