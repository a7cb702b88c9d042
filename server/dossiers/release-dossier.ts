import { problemTypes } from '#shared/http/problem.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/** Gives a dossier back to the unit's queue, for others to take. */
export function releaseDossier(deps: Deps, target: Target, reason: string | null): Promise<string> {
  return changeDossier(deps, target, 'release', ({ dossier }) => {
    if (!dossier.holderId) throw conflict(problemTypes.notAllowedInState, 'Hồ sơ đang ở hàng chờ, chưa ai nhận.')

    return { action: 'release', data: { reason }, set: { holderId: null, holderName: null } }
  })
}
