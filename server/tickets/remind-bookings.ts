import { and, asc, eq, gt, isNotNull, lt, min, notExists } from 'drizzle-orm'
import { bookingLetters, bookings } from '#db/schema/tickets.ts'
import { isHumaneHour, reminderAt } from '#shared/tickets/reminders.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { promiseBookingLetters } from './promise-booking-letter.ts'

type RemindDeps = Pick<Deps, 'pool' | 'now' | 'reference' | 'wake'>

/**
 * Promises the reminder of every booking whose hour has come, once each, to whoever left an address.
 *
 * A scan and no job set at booking: the hour moves with the calendar, bookings are given back, and a demonstration's
 * clock leaps; what was missed in the hours before it, this finds. In the night nobody is reminded; what is left of it
 * is for the morning. Whoever books after the hour of the reminder has just read the page and gets none. Safe to run
 * twice, also at once. Returns how many it promised.
 */
export async function remindBookings(deps: RemindDeps): Promise<number> {
  const at = deps.now()
  if (!isHumaneHour(at)) return 0
  let promised = 0
  for (const { unit, slotAt, firstMade } of await timesToRemind(deps, at)) {
    const remindAt = reminderAt(deps.reference.calendarOf(unit, at), slotAt)
    if (remindAt > at || !firstMade || firstMade >= remindAt) continue
    promised += await withTx(deps.pool, { units: [unit] }, async (tx) => {
      // Locked: of a booking that is given back at this moment, either nothing is promised or its worker sees it.
      const rows = await tx
        .select({ id: bookings.id })
        .from(bookings)
        .where(and(eq(bookings.unitCode, unit), eq(bookings.slotAt, slotAt), lt(bookings.createdAt, remindAt), isOpen))
        .orderBy(asc(bookings.id))
        .for('update')

      return promiseBookingLetters(tx, { unit, bookingIds: rows.map(({ id }) => id), kind: 'reminder', at })
    })
  }
  if (promised > 0) deps.wake.send('outbox')

  return promised
}

const isOpen = and(eq(bookings.state, 'booked'), isNotNull(bookings.contact))

/** The times ahead of which somebody is not reminded yet, and when the first of these booked. */
const timesToRemind = ({ pool, reference }: RemindDeps, at: Date) =>
  withTx(pool, { units: reference.receivingUnits() }, (tx) =>
    tx
      .select({ unit: bookings.unitCode, slotAt: bookings.slotAt, firstMade: min(bookings.createdAt) })
      .from(bookings)
      .where(and(isOpen, gt(bookings.slotAt, at), notExists(remindersOf(tx))))
      .groupBy(bookings.unitCode, bookings.slotAt),
  )

const remindersOf = (tx: Tx) =>
  tx
    .select({ id: bookingLetters.id })
    .from(bookingLetters)
    .where(and(eq(bookingLetters.bookingId, bookings.id), eq(bookingLetters.kind, 'reminder')))
