import type { RefuseInput } from '#shared/dossiers/step-schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { changeDossier, type Target } from './change-dossier.ts'
import { keepDocument } from './keep-document.ts'
import { refusalSlip } from './slips.ts'

/**
 * Refuses, with the exact legal clause (CT06). Before acceptance it is a refusal to receive, by the officer and
 * without a verdict; after it a refusal to grant, by the head of the unit.
 */
export function refuseDossier(deps: Deps, target: Target, { clause, reason }: RefuseInput): Promise<string> {
  return changeDossier(deps, target, 'refuse', (seen) => ({
    action: 'refuse',
    data: { clause, reason },
    also: async (tx, { recordedAt: at }) =>
      keepDocument(deps, tx, {
        dossier: seen.dossier,
        form: 'CT06',
        at,
        number: null,
        pdf: await refusalSlip(deps, seen, target.actor, { clause, reason }, at),
      }),
  }))
}
