import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { warningMarks, warnings } from '#db/schema/warnings.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { WarningMark } from '#shared/warnings/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

/**
 * Notes that this person has seen a warning, or has taken care of it. The first mark stands; the same again changes
 * nothing. A warning of a dossier out of sight is not there.
 */
export async function markWarning(deps: Deps, actor: StaffActor, id: string, mark: WarningMark): Promise<void> {
  const unit = await withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [warning] = await tx
      .select({ unit: dossiers.unitCode })
      .from(warnings)
      .innerJoin(dossiers, eq(dossiers.id, warnings.dossierId))
      .where(eq(warnings.id, id))
    if (!warning) throw notFound('Không có cảnh báo này, hoặc nó không thuộc quyền xem của bạn.')
    await tx
      .insert(warningMarks)
      .values({ warningId: id, accountId: actor.accountId, mark, name: actor.name, at: deps.now() })
      .onConflictDoNothing()

    return warning.unit
  })
  deps.wake.send(unit)
}
