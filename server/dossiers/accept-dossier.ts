import type { StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'
import { keepDocument } from './keep-document.ts'
import { acceptanceSlip } from './slips.ts'

/**
 * Takes the dossier in: the papers are complete, and the legal clock starts on this minute.
 *
 * Term and variant are those in force on the day of acceptance, not of filing (CLOCK rule 3.4). Whoever accepts
 * holds it from then on, unless somebody already does.
 */
export function acceptDossier(
  deps: Deps,
  target: Target & { actor: StaffActor },
  variantId: string | undefined,
): Promise<string> {
  return changeDossier(deps, target, 'accept', (seen) => {
    const { dossier, at } = seen
    const inForce =
      deps.reference.procedure(dossier.procedure, localDayOf(at)) ??
      deps.reference.version(dossier.procedure, dossier.procedureVersion)
    const id = variantId ?? dossier.variant
    const variant = id === null ? undefined : inForce.variants.find((each) => each.id === id)
    if (variantId && !variant) throw invalid([{ pointer: '#/variant', detail: 'Thủ tục này không có trường hợp đó.' }])
    const { accountId, name } = target.actor

    return {
      action: 'accept',
      data: {
        term: variant?.term ?? inForce.term,
        procedureVersion: inForce.version,
        variant: variant?.id ?? null,
        ...(inForce.pausedAlsoBy && { pausedAlsoBy: inForce.pausedAlsoBy }),
      },
      set: {
        variant: variant?.id ?? null,
        ...(dossier.holderId === null && { holderId: accountId, holderName: name }),
      },
      also: async (tx, event) =>
        keepDocument(deps, tx, {
          dossier,
          form: 'CT04',
          at: event.recordedAt,
          number: null,
          pdf: await acceptanceSlip(deps, seen, target.actor, event),
        }),
    }
  })
}
