import type { ProposeInput } from '#shared/dossiers/step-schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/** The officer is done and puts the outcome before the head of the unit. A refusal names its clause already here. */
export function proposeDecision(deps: Deps, target: Target, input: ProposeInput): Promise<string> {
  if (input.outcome === 'refuse' && !input.clause) {
    throw invalid([{ pointer: '#/clause', detail: 'Đề xuất từ chối phải nêu rõ điều, khoản của văn bản pháp luật.' }])
  }

  return changeDossier(deps, target, 'propose', () => ({
    action: 'propose',
    data: { outcome: input.outcome, clause: input.clause ?? null, note: input.note ?? null },
    // The head of the unit takes it from the queue "to be signed"; nobody holds it meanwhile.
    set: { holderId: null, holderName: null },
  }))
}
