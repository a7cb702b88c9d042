import { calendarYears } from '#db/schema/reference.ts'
import type { CalendarYearInput } from '#shared/calendar/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { SaveDeps } from './save-change.ts'

/**
 * Says whether everything about a year is announced. It moves no date: dates that reach into a year without its
 * calendar only lose or gain their mark "provisional" (CLOCK rule 2.8).
 */
export async function markYear(
  { pool, reference, now, wake }: SaveDeps,
  recordedBy: string,
  year: number,
  { complete, source }: CalendarYearInput,
): Promise<void> {
  const marked = { isComplete: complete, source: source.trim(), recordedAt: now(), recordedBy }
  await withTx(pool, {}, (tx) =>
    tx
      .insert(calendarYears)
      .values({ year, ...marked })
      .onConflictDoUpdate({ target: calendarYears.year, set: marked }),
  )
  await reference.reload()
  wake.send('reference')
}
