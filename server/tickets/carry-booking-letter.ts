import { and, eq } from 'drizzle-orm'
import { outbox } from '#db/schema/outbox.ts'
import { bookingLetters, bookings } from '#db/schema/tickets.ts'
import { fillTemplate } from '#shared/messages/fill-template.ts'
import type { MessageChannel } from '#shared/messages/schemas.ts'
import type { Carried, Carriers } from '../messages/carrier.ts'
import { carryByFirstWay } from '../messages/carry-by-first-way.ts'
import { frameOf } from '../messages/send-message.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { unsealContact } from './booking-contact.ts'

/** Ids of one job. */
export interface BookingLetterJob {
  outboxId: string
  letterId: string
  unit: string
}

type CarryDeps = Pick<Deps, 'pool' | 'keys' | 'now' | 'reference' | 'config'>

/**
 * Sends one letter about a booking by the first way that takes it. At least once: after a crash it goes again under the
 * same id. A booking that was given back, checked in or is over by then ends it without a letter.
 *
 * Stands beside the messages of dossiers because there is no dossier, and nobody calls for a reminder that did not
 * arrive: the booking's page says the same.
 */
export async function carryBookingLetter(deps: CarryDeps, carriers: Carriers, job: BookingLetterJob): Promise<void> {
  const letter = await openLetter(deps, job)
  if (!letter) return settle(deps, job, { state: 'withdrawn' })
  const carried = await carryByFirstWay(carriers, { id: job.letterId, ...letter })
  await settle(deps, job, carried ?? { state: 'failed' })
}

function openLetter(deps: CarryDeps, { letterId, unit }: BookingLetterJob) {
  return withTx(deps.pool, { units: [unit] }, async (tx) => {
    const [row] = await tx
      .select({ letter: bookingLetters, booking: bookings })
      .from(bookingLetters)
      .innerJoin(bookings, eq(bookings.id, bookingLetters.bookingId))
      .where(and(eq(bookingLetters.id, letterId), eq(bookingLetters.state, 'promised')))
    if (!row?.booking.contact || row.booking.slotAt <= deps.now()) return undefined
    const { letter, booking } = row
    const { code, slotAt, closedReason } = booking
    const contact = unsealContact(deps.keys, booking.id, row.booking.contact)
    const frame = frameOf(deps, { code, unitCode: unit, path: '/dat-lich' })
    const facts = { at: slotAt.toISOString() }
    if (letter.kind === 'closed') {
      const reason = closedReason ?? ''

      return { contact, filled: fillTemplate('booking_closed', { ...facts, reason }, frame) }
    }

    return booking.state === 'booked' ? { contact, filled: fillTemplate('booking_reminder', facts, frame) } : undefined
  })
}

/** After a letter of a closure nothing is left to say, and the address goes with it. */
function settle(
  { pool, now }: CarryDeps,
  { outboxId, letterId, unit }: BookingLetterJob,
  outcome: (Carried & { channel: MessageChannel }) | { state: 'failed' | 'withdrawn' },
): Promise<void> {
  const at = now()

  return withTx(pool, { units: [unit] }, async (tx) => {
    const [letter] = await tx
      .update(bookingLetters)
      .set({ state: outcome.state, channel: 'channel' in outcome ? outcome.channel : null, settledAt: at })
      .where(and(eq(bookingLetters.id, letterId), eq(bookingLetters.state, 'promised')))
      .returning({ kind: bookingLetters.kind, bookingId: bookingLetters.bookingId })
    if (letter?.kind === 'closed')
      await tx.update(bookings).set({ contact: null }).where(eq(bookings.id, letter.bookingId))
    await tx
      .update(outbox)
      .set({ doneAt: at })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
}
