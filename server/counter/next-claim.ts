import type { StaffActor } from '#shared/accounts/policy.ts'
import type { DossierView } from '#shared/dossiers/schemas.ts'
import { lookOf, type StoredDossier, viewFor } from '../dossiers/read-dossier.ts'
import type { Deps } from '../platform/deps.ts'
import { unitOf } from './queue-page.ts'

/**
 * Gives the officer the most urgent dossier that nobody holds, ready to be read; `undefined` when nothing is free.
 * Claimed and read in one statement, so that of many who press at once each gets another one.
 */
export async function claimNext(deps: Deps, actor: StaffActor): Promise<DossierView | undefined> {
  const unit = unitOf(actor, undefined)
  const { rows } = await deps.pool.query<StoredDossier>({
    name: 'next-claim',
    text: `select dossier.* from desk_next_claim($1, $2, $3, $4, $5, $6) claimed
      cross join lateral desk_read_dossier($1, claimed.code, $7, $8, $9, $10, $11) dossier`,
    values: [
      actor.units.join(),
      unit,
      actor.accountId,
      actor.name,
      actor.role,
      deps.now(),
      ...lookOf(deps, actor, 'xử lý hồ sơ'),
    ],
  })
  const [dossier] = rows
  if (!dossier) return undefined
  deps.wake.send(unit)

  return viewFor(deps, actor, dossier)
}
