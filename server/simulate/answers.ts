import type { Answers } from '#shared/catalogue/answers.ts'
import type { ProcedureCode } from '#shared/catalogue/types.ts'
import { visibleAnswers } from '#shared/catalogue/visible-pages.ts'
import { confirmationAnswers } from './answers-confirmation.ts'
import {
  absenceAnswers,
  adjustmentAnswers,
  declarationAnswers,
  deletionAnswers,
  extensionAnswers,
  separationAnswers,
} from './answers-household.ts'
import { permanentAnswers } from './answers-permanent.ts'
import { stayAnswers } from './answers-stay.ts'
import { temporaryAnswers } from './answers-temporary.ts'
import type { Changes, Occasion } from './occasion.ts'

/** How the answers of each procedure come about. */
const changesOf: Record<ProcedureCode, (occasion: Occasion) => Changes> = {
  '2.001159': stayAnswers,
  '1.004194': temporaryAnswers,
  '1.004222': permanentAnswers,
  '1.010041': confirmationAnswers,
  '1.002755': extensionAnswers,
  '1.010038': separationAnswers,
  '1.010039': adjustmentAnswers,
  '1.010028': deletionAnswers,
  '1.003197': deletionAnswers,
  '1.010040': declarationAnswers,
  '1.003677': absenceAnswers,
}

/**
 * The example of the procedure as the desk describes it, with another person, place and time put in; then, as a form
 * does, without the answers that the others no longer lead to.
 */
export function answersOf(occasion: Occasion): Answers {
  const { version, on } = occasion

  return visibleAnswers(version, { ...version.example, ...changesOf[version.code](occasion) }, on)
}
