import type { Deps } from '../platform/deps.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/** The resident takes the request back; an officer may record it for somebody who says so at the counter. */
export function withdrawDossier(deps: Deps, target: Target, reason: string | null): Promise<string> {
  return changeDossier(deps, target, 'withdraw', () => ({
    action: 'withdraw',
    data: { reason },
    set: { holderId: null, holderName: null },
  }))
}
