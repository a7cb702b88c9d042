import { and, asc, eq } from 'drizzle-orm'
import { bookings, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { BookingsOfDayView } from '#shared/tickets/booking-schemas.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { unitOfLine } from './unit-of-line.ts'
import { serviceViews } from './views.ts'

/** Whom a unit expects on a day, today when none is named; those who gave their time back are left out. */
export async function readBookingsOfDay(
  deps: Deps,
  actor: StaffActor,
  query: { day?: string | undefined; unit?: string | undefined },
): Promise<BookingsOfDayView> {
  const unit = unitOfLine(actor, query.unit)
  const day = query.day ?? localDayOf(deps.now())
  const rows = await withTx(deps.pool, { units: [unit] }, (tx) =>
    tx
      .select({ booking: bookings, letter: tickets.letter, number: tickets.number })
      .from(bookings)
      .leftJoin(tickets, eq(tickets.id, bookings.ticketId))
      .where(and(eq(bookings.unitCode, unit), eq(bookings.day, day)))
      .orderBy(asc(bookings.slotAt), asc(bookings.code)),
  )

  return {
    unit,
    day,
    items: rows
      // What the office itself took back stays: somebody may come all the same.
      .filter(({ booking }) => booking.state !== 'cancelled' || booking.closedReason !== null)
      .map(({ booking: { code, slotAt, state, services, closedReason }, letter, number }) => ({
        code,
        at: slotAt,
        state,
        services: serviceViews(deps, services),
        label: letter !== null && number !== null ? ticketLabel(letter, number) : null,
        closedReason,
      })),
  }
}
