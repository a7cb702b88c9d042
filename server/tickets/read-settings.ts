import { and, desc, eq, lte } from 'drizzle-orm'
import { lineSettings } from '#db/schema/tickets.ts'
import { defaultLineSettings, type LineSettings } from '#shared/tickets/settings.ts'
import type { Tx } from '../platform/db.ts'

/** How a unit's counters work on a day: its latest entry that has begun by then, else the default. */
export async function readSettings(tx: Tx, unit: string, day: string): Promise<LineSettings> {
  const [row] = await tx
    .select()
    .from(lineSettings)
    .where(and(eq(lineSettings.unitCode, unit), lte(lineSettings.fromOn, day)))
    .orderBy(desc(lineSettings.fromOn), desc(lineSettings.recordedAt))
    .limit(1)

  return row ? settingsOf(row) : defaultLineSettings
}

/** An entry's settings, without when and by whom. */
export const settingsOf = (row: LineSettings): LineSettings => ({
  counters: row.counters,
  serviceMinutes: row.serviceMinutes,
  slotMinutes: row.slotMinutes,
  bookedPercent: row.bookedPercent,
  bookingsPerPhone: row.bookingsPerPhone,
  returnMinutes: row.returnMinutes,
})
