import { ratings } from '#db/schema/dossiers.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/** What the resident says of the service, once, after the end. */
export function rateDossier(
  deps: Deps,
  target: Target,
  input: { score: number; reasons: string[]; comment?: string | undefined },
): Promise<string> {
  return changeDossier(deps, target, 'rate', ({ dossier, events }) => {
    if (events.some(({ action }) => action === 'rate')) {
      throw conflict(problemTypes.notAllowedInState, 'Hồ sơ này đã được đánh giá. Cảm ơn ý kiến của ông/bà.')
    }
    const comment = input.comment?.trim() || null

    return {
      action: 'rate',
      // The words stay out of the log: they may name people.
      data: { score: input.score, reasons: input.reasons, comment: null },
      also: async (tx, { recordedAt: at }) => {
        await tx
          .insert(ratings)
          .values({ dossierId: dossier.id, score: input.score, reasons: input.reasons, comment, at })
      },
    }
  })
}
