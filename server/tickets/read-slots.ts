import { and, eq, ne, sql } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import { addDays } from '#shared/catalogue/days.ts'
import { parseLocalDate } from '#shared/sla/minutes.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { formatIsoDay, localDayOf } from '#shared/text/format.ts'
import type { SlotsView } from '#shared/tickets/booking-schemas.ts'
import { receptionSessions } from '#shared/tickets/reception.ts'
import { bookableDays, bookableUntilMinutes } from '#shared/tickets/settings.ts'
import { slotsOn } from '#shared/tickets/slots.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { readSettings } from './read-settings.ts'
import { knownUnit } from './unit-of-line.ts'

/** The times of a day that can still be booked at a unit, each with how many people it takes yet. */
export function readSlots(
  deps: Pick<Deps, 'pool' | 'now' | 'reference'>,
  code: string,
  day: string,
): Promise<SlotsView> {
  const unit = knownUnit(deps, code)

  return withTx(deps.pool, { units: [code] }, async (tx) => {
    const slots = await freeSlots(deps, tx, code, day)

    return { unit: code, unitName: policeOf(unit).vi, day, closed: whyClosed(deps, code, day), slots }
  })
}

/**
 * Slots of a day with what is left of each, those that begin too soon left out. Under the lock of `lockDay` the
 * numbers stay true until COMMIT.
 */
export async function freeSlots(
  deps: Pick<Deps, 'now' | 'reference'>,
  tx: Tx,
  unit: string,
  day: string,
): Promise<SlotsView['slots']> {
  const now = deps.now()
  if (!isBookableDay(day, now)) return []
  const earliest = new Date(now.getTime() + bookableUntilMinutes * 60_000)
  const settings = await readSettings(tx, unit, day)
  const taken = await tx
    .select({ at: bookings.slotAt, count: sql<number>`count(*)`.mapWith(Number) })
    .from(bookings)
    .where(and(eq(bookings.unitCode, unit), eq(bookings.day, day), ne(bookings.state, 'cancelled')))
    .groupBy(bookings.slotAt)
  const takenAt = new Map(taken.map(({ at, count }) => [at.getTime(), count]))

  return slotsOn(deps.reference.calendarOf(unit, now), parseLocalDate(day), settings)
    .filter(({ at }) => at >= earliest)
    .map(({ at, capacity }) => ({ at, capacity, left: Math.max(0, capacity - (takenAt.get(at.getTime()) ?? 0)) }))
}

const isBookableDay = (day: string, now: Date) => {
  const today = localDayOf(now)

  return day >= today && day <= addDays(today, bookableDays)
}

function whyClosed({ now, reference }: Pick<Deps, 'now' | 'reference'>, unit: string, day: string): Bilingual | null {
  const at = now()
  const lastDay = addDays(localDayOf(at), bookableDays)
  if (!isBookableDay(day, at))
    return {
      vi: `Chỉ đặt được từ hôm nay đến ${formatIsoDay(lastDay)}.`,
      en: `Bookings are possible from today to ${formatIsoDay(lastDay)}.`,
    }
  const calendar = reference.calendarOf(unit, at)
  if (receptionSessions(calendar, parseLocalDate(day)).length > 0) return null
  const why = calendar.planOn(parseLocalDate(day)).entry?.name

  return {
    vi: `Ngày ${formatIsoDay(day)} đơn vị không tiếp công dân${why ? ` (${why})` : ''}.`,
    en: `The unit is closed on ${formatIsoDay(day)}${why ? ` (${why})` : ''}.`,
  }
}
