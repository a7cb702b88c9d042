import type { Answers } from './answers.ts'
import { conditionHolds } from './conditions.ts'
import { broughtPaperAnswer } from './questions/brought-paper.ts'
import type { Paper, ProcedureVersion } from './types.ts'

/**
 * The papers that these answers call for, the optional ones included.
 *
 * Takes answers that `answersSchema` has let pass (in a form half filled in: `visibleAnswers`). What the office can
 * look up itself is never in the list (Thông tư 116/2026/TT-BCA Điều 3(5)). No paper depends on the day.
 */
export const papersNeeded = (version: ProcedureVersion, answers: Answers): Paper[] =>
  version.papers.filter(({ when }) => conditionHolds(when, answers, ''))

/** Required papers that did not come and are not brought to the counter: what keeps a dossier from being complete. */
export function papersMissing(version: ProcedureVersion, answers: Answers, receivedKinds: readonly string[]): Paper[] {
  return papersNeeded(version, answers).filter(
    ({ kind, optional }) => !optional && !receivedKinds.includes(kind) && answers[broughtPaperAnswer] !== kind,
  )
}
