import type { EventData } from '#shared/dossiers/events.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/** Waits for the fee: the resident's turn, but no pause of the clock (CLOCK rule 5.1). */
export function requestPayment(deps: Deps, target: Target): Promise<string> {
  return changeDossier(deps, target, 'request_payment', ({ dossier }) => {
    if (dossier.fee === 0) throw conflict(problemTypes.notAllowedInState, 'Hồ sơ này không thu lệ phí.')

    return { action: 'request_payment', data: { amount: dossier.fee } }
  })
}

/** The fee was paid, at the counter or elsewhere; the processing goes on. */
export function recordPayment(deps: Deps, target: Target, data: EventData['record_payment']): Promise<string> {
  return changeDossier(deps, target, 'record_payment', () => ({ action: 'record_payment', data }))
}
