import type { RequestSupplementInput } from '#shared/dossiers/step-schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'
import { keepDocument } from './keep-document.ts'
import { supplementSlip } from './slips.ts'

/**
 * Asks the resident for what is missing, once and completely (CT05; NĐ 118/2025). After acceptance the clock pauses.
 *
 * From the second request on a supervisor's reason is needed, and it is counted (CLOCK rule 5.7).
 */
export function requestSupplement(deps: Deps, target: Target, input: RequestSupplementInput): Promise<string> {
  return changeDossier(deps, target, 'request_supplement', async (seen) => {
    const number = seen.dossier.supplements + 1
    const supervisorReason = input.supervisorReason ?? null
    if (number > 1 && supervisorReason === null) {
      throw conflict(
        problemTypes.notAllowedInState,
        'Hồ sơ này đã được yêu cầu bổ sung một lần. Yêu cầu lần nữa phải ghi lý do của chỉ huy.',
      )
    }

    const asked = { items: input.items, number, supervisorReason }

    return {
      action: 'request_supplement',
      data: asked,
      also: async (tx, { recordedAt: at }) =>
        keepDocument(deps, tx, {
          dossier: seen.dossier,
          form: 'CT05',
          at,
          number: null,
          pdf: await supplementSlip(deps, seen, target.actor, asked, at),
        }),
    }
  })
}
