import { and, eq, ne, sql } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import { normalizePhone } from '#shared/catalogue/phone-number.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { BookingInput, BookingView } from '#shared/tickets/booking-schemas.ts'
import { reachOf } from '../messages/open-carriers.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import type { Keyed } from '../platform/keyed.ts'
import { invalid } from '../platform/problem.ts'
import { blindIndex } from '../platform/sealing.ts'
import { refuseUnreachable, sealContact } from './booking-contact.ts'
import { createOnce } from './keyed-creation.ts'
import { notNow, slotTaken } from './problems.ts'
import { readBooking } from './read-booking.ts'
import { readSettings } from './read-settings.ts'
import { freeSlots } from './read-slots.ts'
import { bookingCodeOf, secretHash, secretOf } from './secrets.ts'
import { knownUnit } from './unit-of-line.ts'

/**
 * Promises a time at the counter. A slot never takes more people than the counters can serve, however many book in
 * the same instant, and one phone number takes no more than the unit allows for a day.
 */
export function bookSlot(deps: Deps, input: BookingInput, keyed: Keyed): Promise<BookingView> {
  const at = deps.now()
  const slotAt = new Date(input.at)
  const day = localDayOf(slotAt)
  const { code: unit } = knownUnit(deps, input.unit)
  refuseUnreachable(reachOf(deps.config), input.contact)

  return withTx(deps.pool, { units: [unit] }, async (tx) => {
    const id = await createOnce(tx, keyed, at, async () => {
      await lockDay(tx, unit, day)
      const phoneIndex = blindIndex(deps.keys.index, `phone:${normalizePhone(input.phone)}`)
      const slot = (await freeSlots(deps, tx, unit, day)).find((each) => each.at.getTime() === slotAt.getTime())
      if (!slot)
        throw invalid([{ pointer: '#/at', detail: 'Giờ này không đặt được. Hãy chọn trong các giờ còn trống.' }])
      await refuseTooMany(tx, { unit, day, phoneIndex })
      if (slot.left < 1) throw slotTaken()
      const newBooking = newId()
      await tx.insert(bookings).values({
        id: newBooking,
        unitCode: unit,
        day,
        slotAt,
        code: bookingCodeOf(deps.keys.hmac, newBooking),
        services: [...new Set(input.services)],
        state: 'booked',
        phoneIndex,
        secretHash: secretHash(secretOf(deps.keys.hmac, 'booking', newBooking)),
        contact: sealContact(deps.keys, newBooking, input.contact),
        createdAt: at,
        changedAt: at,
      })

      return newBooking
    })

    return readBooking(deps, tx, id)
  })
}

/** Bookings of one unit and day are made one after the other; other days and units go on meanwhile. */
const lockDay = (tx: Tx, unit: string, day: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`bookings ${unit} ${day}`}, 0))`)

async function refuseTooMany(tx: Tx, { unit, day, phoneIndex }: { unit: string; day: string; phoneIndex: Buffer }) {
  const { bookingsPerPhone } = await readSettings(tx, unit, day)
  const { count } = one(
    await tx
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(bookings)
      .where(
        and(
          eq(bookings.unitCode, unit),
          eq(bookings.day, day),
          eq(bookings.phoneIndex, phoneIndex),
          ne(bookings.state, 'cancelled'),
        ),
      ),
  )
  if (count >= bookingsPerPhone)
    throw notNow(`Số điện thoại này đã đặt ${count} lịch trong ngày đó. Hãy hủy lịch cũ trước, hoặc chọn ngày khác.`)
}
