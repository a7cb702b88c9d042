import type { Deps } from '../platform/deps.ts'
import { waitedTooLong } from './assistance-refusals.ts'
import type { AssistedFiling } from './own-filing.ts'
import { type SealedFiling, unsealFiling } from './sealed-filing.ts'

/** What waits for the resident's yes; undefined once it is filed, and a refusal when the half hour is over. */
export function openWaiting(
  { keys }: Pick<Deps, 'keys'>,
  { id, sealed, filedCode, expiresAt }: AssistedFiling,
  at: Date,
): SealedFiling | undefined {
  if (filedCode || !sealed) return undefined
  if (expiresAt <= at) throw waitedTooLong()

  return unsealFiling(keys, id, sealed)
}
