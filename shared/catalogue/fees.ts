import type { Channel } from '../dossiers/events.ts'
import { type Answers, asPeople, asText } from './answers.ts'
import type { Fee, ProcedureVersion } from './types.ts'
import { findVariant } from './variant.ts'

/**
 * What one filing costs, in đồng (Thông tư 75/2022/TT-BTC).
 *
 * Online filings pay the lower rate; the counter and the post pay the direct one. `persons` counts only where the
 * rate is per person (registration by list), and is at least one.
 */
export function feeOf(
  version: ProcedureVersion,
  variant: string | null,
  channel: Channel,
  persons: number,
  isExempt = false,
): number {
  const fee = feeOfVariant(version, variant)
  if (isExempt || fee.basis === 'none') return 0
  const rate = channel === 'online' ? fee.online : fee.direct

  return fee.basis === 'per_person' ? rate * Math.max(1, persons) : rate
}

/** The rates of a variant, for showing them before anything is filled in. */
export const feeOfVariant = (version: ProcedureVersion, variant: string | null): Fee =>
  findVariant(version, variant)?.fee ?? version.fee

/** How many people a list registers; one where there is no list. */
export const personsIn = (answers: Answers): number => Math.max(1, asPeople(answers.listPeople).length)

/** Whether the applicant claims to belong to an exempt group; the office looks it up or asks for proof. */
export function claimsExemption(answers: Answers): boolean {
  const group = asText(answers.feeExemption)

  return group !== undefined && group !== 'none'
}
