import { and, isNotNull, lt } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import { localDayOf } from '#shared/text/format.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

/** Erases the addresses of bookings whose day has passed, also at units that a reform has ended. Returns how many. */
export async function eraseBookingContacts({
  pool,
  now,
  reference,
}: Pick<Deps, 'pool' | 'now' | 'reference'>): Promise<number> {
  const everKnown = [...new Set(reference.directory().units.map(({ code }) => code))]
  const erased = await withTx(pool, { units: everKnown }, (tx) =>
    tx
      .update(bookings)
      .set({ contact: null })
      .where(and(isNotNull(bookings.contact), lt(bookings.day, localDayOf(now()))))
      .returning({ id: bookings.id }),
  )

  return erased.length
}
