import { problemTypes } from '#shared/http/problem.ts'
import { mayChangeTerm } from '#shared/sla/clock.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, invalid } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'

/**
 * Another clock for an accepted dossier, with a reason: what was taken for half a day must be verified.
 * The new term counts from the same acceptance; after the due date it is refused (CLOCK rule 3.5).
 */
export function changeVariant(deps: Deps, target: Target, input: { variant: string; reason: string }): Promise<string> {
  return changeDossier(deps, target, 'change_variant', ({ dossier, events, at }) => {
    const accepted = events.find(({ action }) => action === 'accept')
    const version = accepted?.action === 'accept' ? accepted.data.procedureVersion : dossier.procedureVersion
    const variant = deps.reference.version(dossier.procedure, version).variants.find(({ id }) => id === input.variant)
    if (!variant) throw invalid([{ pointer: '#/variant', detail: 'Thủ tục này không có trường hợp đó.' }])
    const { clock } = clockAt(deps, events, at)
    if (clock && !mayChangeTerm(clock, at)) {
      throw conflict(
        problemTypes.notAllowedInState,
        'Đã quá ngày hẹn trả, không đổi thời hạn được nữa. Hãy gửi thư xin lỗi và hẹn lại ngày.',
      )
    }

    return {
      action: 'change_variant',
      data: { variant: variant.id, term: variant.term, reason: input.reason },
      set: { variant: variant.id },
    }
  })
}
