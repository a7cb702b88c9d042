import { eq } from 'drizzle-orm'
import { assistedFilings } from '#db/schema/assistance.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { type AssistedFilingView, confirmationLimits } from '#shared/assistance/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { newOneTimePassword, oneTimePasswordHash } from '../platform/one-time-password.ts'
import { promise } from '../platform/outbox.ts'
import { assistanceQueue } from '../platform/queues.ts'
import { noAddress, tooManyCodes } from './assistance-refusals.ts'
import { openWaiting } from './open-waiting.ts'
import { filingView, lockOwnFiling } from './own-filing.ts'
import { sealFiling } from './sealed-filing.ts'

/**
 * Promises six digits to the resident's own telephone or mailbox, as the filing names it; the helper's screen never
 * has them. Pressed twice within a minute it is one code.
 */
export async function sendConfirmationCode(
  deps: Pick<Deps, 'pool' | 'keys' | 'now' | 'wake'>,
  helper: StaffActor,
  id: string,
): Promise<AssistedFilingView> {
  const at = deps.now()
  const view = await withTx(deps.pool, {}, async (tx) => {
    const filing = await lockOwnFiling(tx, helper, id)
    const waiting = openWaiting(deps, filing, at)
    if (!waiting) return filingView(deps, filing)
    if (!filingView(deps, filing).sendsTo) throw noAddress()
    if (wasJustSent(filing, at)) return filingView(deps, filing)
    if (filing.passwordsSent >= confirmationLimits.codes) throw tooManyCodes()
    const password = newOneTimePassword()
    const letterId = newId()
    const changed = {
      sealed: sealFiling(deps.keys, id, { ...waiting, password }),
      codeState: 'sending' as const,
      letterId,
      passwordHash: oneTimePasswordHash('assisted filing', id, password),
      passwordSentAt: at,
      passwordsSent: filing.passwordsSent + 1,
      failures: 0,
    }
    await tx.update(assistedFilings).set(changed).where(eq(assistedFilings.id, id))
    await promise(tx, at, {
      topic: 'confirmation_code',
      queue: assistanceQueue,
      dossierId: null,
      body: { filingId: id, letterId },
    })

    return filingView(deps, { ...filing, ...changed })
  })
  deps.wake.send('outbox')

  return view
}

const wasJustSent = (
  { codeState, passwordHash, passwordSentAt }: typeof assistedFilings.$inferSelect,
  at: Date,
): boolean =>
  codeState !== 'failed' &&
  passwordHash !== null &&
  passwordSentAt !== null &&
  at.getTime() - passwordSentAt.getTime() < confirmationLimits.secondsBetween * 1000
