import { asc, eq } from 'drizzle-orm'
import { documents, dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { SignedView } from '#shared/signing/schemas.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict } from '../platform/problem.ts'
import type { Target } from './change-dossier.ts'
import { decideDossier } from './decide-dossier.ts'
import { refuseUnseen } from './preview-result.ts'

/**
 * Grants one dossier of the list and signs its results, after this very version was seen by whoever signs. Each stands
 * alone: that one cannot be signed keeps back no other.
 */
export async function signResult(deps: Deps, target: Target & { actor: StaffActor }): Promise<SignedView> {
  const id = await decideDossier(deps, target, { outcome: 'grant' }, async ({ dossier, events, tx }) => {
    const proposal = events.findLast(({ action }) => action === 'propose')
    if (proposal?.action === 'propose' && proposal.data.outcome === 'refuse')
      throw conflict(
        problemTypes.notAllowedInState,
        'Cán bộ đề xuất từ chối hồ sơ này. Hãy mở hồ sơ để quyết định, không ký hàng loạt.',
      )
    const { results } = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    await refuseUnseen(tx, target.actor, dossier, results)
  })

  return withTx(deps.pool, { units: target.actor.units }, async (tx) => {
    const { code } = one(await tx.select({ code: dossiers.code }).from(dossiers).where(eq(dossiers.id, id)))
    const made = await tx.select().from(documents).where(eq(documents.dossierId, id)).orderBy(asc(documents.madeAt))

    return {
      code,
      documents: made
        .filter(({ number }) => number !== null)
        .map(({ id: documentId, form, number }) => ({
          form,
          number,
          href: `/api/dossiers/${code}/documents/${documentId}`,
        })),
    }
  })
}
