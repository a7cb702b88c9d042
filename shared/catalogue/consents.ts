import type { LocalDate } from '../sla/minutes.ts'
import type { Answers } from './answers.ts'
import { conditionHolds } from './conditions.ts'
import type { Consent, ProcedureVersion } from './types.ts'

/**
 * Whose agreement the filing needs (notes 4 to 8 of CT01), each of them once; the day matters because children grow.
 */
export function consentsNeeded(version: ProcedureVersion, answers: Answers, on: LocalDate): Consent[] {
  const needed = version.consents.filter(({ when }) => conditionHolds(when, answers, on))

  return needed.filter(({ from }, position) => needed.findIndex((consent) => consent.from === from) === position)
}
