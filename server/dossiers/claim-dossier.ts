import type { StaffActor } from '#shared/accounts/policy.ts'
import type { Deps } from '../platform/deps.ts'
import { changeDossier, heldBy, type Target } from './change-dossier.ts'

/**
 * Takes a dossier into an officer's hands. Decided by the row lock and not by a version: of ten who press at once
 * one gets it and nine are told who.
 */
export function claimDossier(
  deps: Deps,
  target: Omit<Target, 'actor' | 'ifMatch'> & { actor: StaffActor },
): Promise<string> {
  return changeDossier(deps, { ...target, ifMatch: 'any' }, 'claim', ({ dossier }) => {
    if (dossier.holderId) throw heldBy(dossier)
    const { accountId, name } = target.actor

    return {
      action: 'claim',
      data: { holder: accountId, holderName: name },
      set: { holderId: accountId, holderName: name },
    }
  })
}
