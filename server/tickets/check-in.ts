import { and, eq, or } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import { formatInstant, formatTime, localDayOf } from '#shared/text/format.ts'
import type { TicketClass } from '#shared/tickets/classes.ts'
import { earliestCheckInMinutes, latestCheckInMinutes } from '#shared/tickets/settings.ts'
import type { Tx } from '../platform/db.ts'
import { notFound } from '../platform/problem.ts'
import { notNow } from './problems.ts'
import { readLetters, secretHash } from './secrets.ts'

export type StoredBooking = typeof bookings.$inferSelect

/**
 * The booking of a code that was typed or of an address that was scanned, locked and ready to become a ticket.
 * Another unit's and an unknown one are the same answer.
 */
export async function bookingToCheckIn(
  tx: Tx,
  { unit, typed, at }: { unit: string; typed: string; at: Date },
): Promise<StoredBooking> {
  const last = typed.split('/').at(-1) ?? ''
  const [booking] = await tx
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.unitCode, unit),
        or(
          and(eq(bookings.day, localDayOf(at)), eq(bookings.code, readLetters(last))),
          eq(bookings.secretHash, secretHash(last)),
        ),
      ),
    )
    .for('update')
  if (!booking || booking.state === 'cancelled')
    throw notFound('Hôm nay đơn vị này không có lịch hẹn với mã đó. Hãy kiểm tra lại mã, hoặc lấy số thường.')
  if (booking.state === 'checked_in') throw notNow('Lịch hẹn này đã lấy số rồi. Nếu mất phiếu, hãy báo cán bộ.')
  if (localDayOf(booking.slotAt) !== localDayOf(at))
    throw notNow(`Lịch hẹn này là lúc ${formatInstant(booking.slotAt)}, không phải hôm nay.`)
  const opens = new Date(booking.slotAt.getTime() - earliestCheckInMinutes * 60_000)
  if (at < opens) throw notNow(`Lịch hẹn lúc ${formatTime(booking.slotAt)}; lấy số từ ${formatTime(opens)}.`)

  return booking
}

/** Whoever comes much too late waits like everybody, so that others need not wait for an empty chair. */
export const classAtCheckIn = (slotAt: Date, at: Date): TicketClass =>
  at.getTime() - slotAt.getTime() > latestCheckInMinutes * 60_000 ? 'walk_in' : 'booked'
