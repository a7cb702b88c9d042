import { termOf } from '#shared/catalogue/variant.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { changeDossier, type Dossier } from './change-dossier.ts'

/** A notice that nobody has received yet, because its commune had to be found first. */
export const isOpenNotice = (
  { reference }: Pick<Deps, 'reference'>,
  {
    procedure,
    procedureVersion,
    variant,
    state,
  }: Pick<Dossier, 'procedure' | 'procedureVersion' | 'variant' | 'state'>,
): boolean =>
  state === 'submitted' && termOf(reference.version(procedure, procedureVersion), variant).unit === 'immediate'

/**
 * Receives a notice at the commune that it was sent on to, as the desk receives others in the minute they are filed
 * (Luật Cư trú 68/2020/QH14 Điều 30, 31): accepted, ended, and answered by its receipt.
 *
 * Three steps of the log, each safe to try again: whatever an earlier try or an officer has done already is left as it
 * is, so that a death in between is mended by the next try.
 */
export async function receiveNotice(
  deps: Deps,
  { dossierId, unit }: { dossierId: string; unit: string },
): Promise<void> {
  const target = {
    actor: { kind: 'system', part: 'notices', units: [unit] },
    dossier: { id: dossierId },
    ifMatch: 'any',
  } as const
  const steps = [
    () =>
      changeDossier(deps, target, 'accept', ({ dossier, at }) => {
        const inForce =
          deps.reference.procedure(dossier.procedure, localDayOf(at)) ??
          deps.reference.version(dossier.procedure, dossier.procedureVersion)

        return {
          action: 'accept',
          data: {
            term: termOf(inForce, dossier.variant),
            procedureVersion: inForce.version,
            variant: dossier.variant,
          },
        }
      }),
    () =>
      changeDossier(deps, target, 'resolve', () => ({
        action: 'resolve',
        data: { resultNumber: null, resultForms: [], note: null },
      })),
    () =>
      changeDossier(deps, target, 'hand_over', () => ({
        action: 'hand_over',
        data: { method: 'electronic', receivedBy: null },
      })),
  ]
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      // A refusal: the step was taken before, or the dossier went on to another unit.
      if (!(error instanceof ProblemError)) throw error
    }
  }
}
