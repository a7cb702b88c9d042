import { and, desc, eq } from 'drizzle-orm'
import { lineSettings } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { LineSettingsInput } from '#shared/tickets/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/problem.ts'
import { settingsOf } from './read-settings.ts'
import { unitOfLine } from './unit-of-line.ts'

/**
 * Says how the unit's counters work from a day on. Bookings that stand are kept: fewer counters close slots to new
 * ones, and take no promise back. Another entry for the same day takes the place of the one before; the same said
 * again changes nothing.
 */
export async function setSettings(
  deps: Pick<Deps, 'pool' | 'now' | 'wake'>,
  actor: StaffActor,
  { from, ...settings }: LineSettingsInput,
): Promise<void> {
  const at = deps.now()
  const unit = unitOfLine(actor, undefined)
  if (from < localDayOf(at))
    throw invalid([{ pointer: '#/from', detail: 'Phải từ hôm nay trở đi: việc đã qua không đổi được.' }])
  await withTx(deps.pool, { units: [unit] }, async (tx) => {
    const [said] = await tx
      .select()
      .from(lineSettings)
      .where(and(eq(lineSettings.unitCode, unit), eq(lineSettings.fromOn, from)))
      .orderBy(desc(lineSettings.recordedAt))
      .limit(1)
    if (said && canonicalJson(settingsOf(said)) === canonicalJson(settings)) return
    await tx
      .insert(lineSettings)
      .values({ id: newId(), unitCode: unit, fromOn: from, ...settings, recordedBy: actor.name, recordedAt: at })
  })
  deps.wake.send(unit)
}
