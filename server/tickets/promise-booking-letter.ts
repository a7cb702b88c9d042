import { bookingLetters } from '#db/schema/tickets.ts'
import type { BookingLetterKind } from '#shared/tickets/booking-schemas.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { promise } from '../platform/outbox.ts'
import { bookingsQueue } from '../platform/queues.ts'

/**
 * Promises a letter to each of these bookings of one unit, in the transaction of what calls for it; one that was
 * promised before is left as it is. Returns how many are new. Call `wake.send('outbox')` after COMMIT.
 */
export async function promiseBookingLetters(
  tx: Tx,
  { unit, bookingIds, kind, at }: { unit: string; bookingIds: readonly string[]; kind: BookingLetterKind; at: Date },
): Promise<number> {
  if (bookingIds.length === 0) return 0
  const letters = await tx
    .insert(bookingLetters)
    .values(
      bookingIds.map((bookingId) => ({ id: newId(), bookingId, kind, state: 'promised' as const, promisedAt: at })),
    )
    .onConflictDoNothing()
    .returning({ id: bookingLetters.id })
  await promise(
    tx,
    at,
    ...letters.map(({ id }) => ({
      topic: 'booking_letter' as const,
      queue: bookingsQueue,
      dossierId: null,
      body: { letterId: id, unit },
    })),
  )

  return letters.length
}
