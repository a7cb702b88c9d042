import { eq } from 'drizzle-orm'
import { drafts } from '#db/schema/drafts.ts'
import type { HandoverView } from '#shared/drafts/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newOneTimePassword, oneTimePasswordHash } from '../platform/one-time-password.ts'
import { draftGone } from './draft-refusals.ts'
import { newDraftCode } from './draft-secrets.ts'
import { refuseOtherDevice } from './save-draft.ts'

/**
 * Makes a one-time password with which another device may go on; the one before stops working.
 *
 * Both are shown on this device's screen and sent nowhere: whoever sees the screen may go on, and nobody else.
 */
export function offerDraft({ pool }: Pick<Deps, 'pool'>, id: string, key: string): Promise<HandoverView> {
  const password = newOneTimePassword()

  return withTx(pool, {}, async (tx) => {
    const [draft] = await tx.select().from(drafts).where(eq(drafts.id, id)).for('update')
    if (!draft) throw draftGone()
    refuseOtherDevice(draft, key)
    const code = draft.code ?? newDraftCode()
    await tx
      .update(drafts)
      .set({ code, passwordHash: oneTimePasswordHash('draft', id, password), failures: 0 })
      .where(eq(drafts.id, id))

    return { code, password, expiresAt: draft.expiresAt.toISOString() }
  })
}
