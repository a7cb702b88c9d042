import type { Answers } from './answers.ts'
import { conditionHolds } from './conditions.ts'
import type { ProcedureVersion, Term, Variant } from './types.ts'

/**
 * The variant that the answers themselves choose, or `null`. Others are an officer's to choose.
 *
 * Takes answers that `answersSchema` has let pass. No variant depends on the day, so none is asked for.
 */
export function variantOf(version: ProcedureVersion, answers: Answers): string | null {
  return version.variants.find(({ when }) => when !== undefined && conditionHolds(when, answers, ''))?.id ?? null
}

export const findVariant = (version: ProcedureVersion, id: string | null | undefined): Variant | undefined =>
  version.variants.find((variant) => variant.id === id)

/** The time the office has: the variant's, else the procedure's. */
export const termOf = (version: ProcedureVersion, variant: string | null | undefined): Term =>
  findVariant(version, variant)?.term ?? version.term

/** What an officer may choose at acceptance or later, with a reason. */
export const officersVariants = (version: ProcedureVersion): Variant[] =>
  version.variants.filter(({ when }) => when === undefined)
