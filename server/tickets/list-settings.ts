import { and, eq, gte, lte, ne, sql } from 'drizzle-orm'
import { bookings, lineSettings } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { addDays } from '#shared/catalogue/days.ts'
import { parseLocalDate } from '#shared/sla/minutes.ts'
import { localDayOf } from '#shared/text/format.ts'
import { receptionSessions } from '#shared/tickets/reception.ts'
import type { LineSettingsListView } from '#shared/tickets/schemas.ts'
import { bookableDays, withStanding } from '#shared/tickets/settings.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { readSettings, settingsOf } from './read-settings.ts'
import { unitOfLine } from './unit-of-line.ts'

/**
 * What the head of the unit decides by: every entry that was made about its counters, and for each day that can be
 * booked the hours and what was promised already.
 */
export function listSettings(
  deps: Pick<Deps, 'pool' | 'now' | 'reference'>,
  actor: StaffActor,
): Promise<LineSettingsListView> {
  const unit = unitOfLine(actor, undefined)
  const today = localDayOf(deps.now())

  return withTx(deps.pool, { units: [unit] }, async (tx) => {
    const rows = await tx.select().from(lineSettings).where(eq(lineSettings.unitCode, unit))

    return {
      today,
      inForce: await readSettings(tx, unit, today),
      entries: withStanding(
        rows.map((row) => ({
          id: row.id,
          from: row.fromOn,
          settings: settingsOf(row),
          recordedBy: row.recordedBy,
          recordedAt: row.recordedAt,
        })),
        today,
      ),
      days: await bookableDaysOf(deps, tx, unit, today),
    }
  })
}

async function bookableDaysOf(
  { reference, now }: Pick<Deps, 'reference' | 'now'>,
  tx: Tx,
  unit: string,
  today: string,
): Promise<LineSettingsListView['days']> {
  const slots = await tx
    .select({ day: bookings.day, count: sql<number>`count(*)`.mapWith(Number) })
    .from(bookings)
    .where(
      and(
        eq(bookings.unitCode, unit),
        gte(bookings.day, today),
        lte(bookings.day, addDays(today, bookableDays)),
        ne(bookings.state, 'cancelled'),
      ),
    )
    .groupBy(bookings.day, bookings.slotAt)
  const calendar = reference.calendarOf(unit, now())

  return Array.from({ length: bookableDays + 1 }, (_, ahead) => {
    const day = addDays(today, ahead)
    const counts = slots.filter((slot) => slot.day === day).map(({ count }) => count)

    return {
      day,
      sessions: receptionSessions(calendar, parseLocalDate(day)).map(({ opens, closes }) => ({ opens, closes })),
      why: calendar.planOn(parseLocalDate(day)).entry?.name ?? null,
      booked: counts.reduce((sum, count) => sum + count, 0),
      fullestSlot: Math.max(0, ...counts),
    }
  })
}
