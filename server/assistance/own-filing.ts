import { eq } from 'drizzle-orm'
import { assistedFilings } from '#db/schema/assistance.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { AssistedFilingView } from '#shared/assistance/schemas.ts'
import { maskedContact } from '../dossiers/hand-over-code.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { noSuchFiling } from './assistance-refusals.ts'
import { unsealFiling } from './sealed-filing.ts'

export type AssistedFiling = typeof assistedFilings.$inferSelect

/** The helper's own filing, locked for the rest of the transaction; another's and none are the same refusal. */
export async function lockOwnFiling(tx: Tx, { accountId }: StaffActor, id: string): Promise<AssistedFiling> {
  const [filing] = await tx.select().from(assistedFilings).where(eq(assistedFilings.id, id)).for('update')
  if (filing?.accountId !== accountId) throw noSuchFiling()

  return filing
}

/** Whether the filing still waits, where its code goes, and its dossier's code once it is filed. */
export const readOwnFiling = (
  deps: Pick<Deps, 'pool' | 'keys'>,
  helper: StaffActor,
  id: string,
): Promise<AssistedFilingView> =>
  withTx(deps.pool, {}, async (tx) => filingView(deps, await lockOwnFiling(tx, helper, id)))

export function filingView({ keys }: Pick<Deps, 'keys'>, filing: AssistedFiling): AssistedFilingView {
  const { id, sealed, expiresAt, codeState, filedCode } = filing

  return {
    id,
    state: filedCode ? 'filed' : 'waiting',
    expiresAt,
    sendsTo: (sealed && maskedContact(unsealFiling(keys, id, sealed).input.contact)) || null,
    codeState,
    code: filedCode,
  }
}
