import { desc, eq } from 'drizzle-orm'
import { accessLog, accounts } from '#db/schema/accounts.ts'
import type { Role } from '#shared/accounts/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { province } from '../platform/reference.ts'

/** Somebody looked: from which unit, in which role, why and when. Never who: that is for a complaint to find out. */
export interface Look {
  /** `undefined`: the province's own office. */
  unit: UnitName | undefined
  role: Role
  purpose: string
  at: Date
}

const shownAtOnce = 200

/**
 * Every reading of a dossier by staff, the latest first, for whoever proved its key. The same person with the same
 * purpose on the same day counts once: opening it again after an interruption is no new look.
 *
 * The role is the one that the account has today; the log of readings keeps none.
 */
export function whoLooked(deps: Pick<Deps, 'pool' | 'reference'>, dossierId: string): Promise<Look[]> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const rows = await tx
      .select({
        accountId: accessLog.accountId,
        unitCode: accessLog.unitCode,
        purpose: accessLog.purpose,
        at: accessLog.at,
        role: accounts.role,
      })
      .from(accessLog)
      .innerJoin(accounts, eq(accounts.id, accessLog.accountId))
      .where(eq(accessLog.dossierId, dossierId))
      .orderBy(desc(accessLog.at))
      .limit(shownAtOnce)
    const kept = new Map<string, Look>()
    for (const { accountId, unitCode, purpose, at, role } of rows) {
      const key = [accountId, unitCode, purpose, localDayOf(at)].join('|')
      const unit = unitCode === province.code ? undefined : deps.reference.unitName(unitCode)
      if (!kept.has(key)) kept.set(key, { unit, role, purpose, at })
    }

    return [...kept.values()]
  })
}
