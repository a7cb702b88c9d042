import { and, eq, gt, isNull } from 'drizzle-orm'
import { drafts } from '#db/schema/drafts.ts'
import { uploads } from '#db/schema/papers.ts'
import type { DraftOpeningInput, DraftView } from '#shared/drafts/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { oneTimePasswordHash } from '../platform/one-time-password.ts'
import { contentOf } from './draft-content.ts'
import { wrongDraftCode } from './draft-refusals.ts'
import { deviceKeyHash, readDraftCode } from './draft-secrets.ts'

/** Wrong passwords after which only a new one, from the first device, opens the draft. */
export const passwordTries = 5

/**
 * Gives an unfinished dossier to another device, by its code and one-time password.
 *
 * From then on only that device writes it, the password opens nothing any more, and the files that the first device
 * sent and nobody filed are the second one's. A wrong password is counted even though the answer is a refusal.
 */
export async function openDraft(
  { pool, keys }: Pick<Deps, 'pool' | 'keys'>,
  { key, sender }: { key: string; sender: string },
  { code, password }: DraftOpeningInput,
  at = new Date(),
): Promise<DraftView> {
  const opened = await withTx(pool, {}, async (tx) => {
    const [draft] = await tx
      .select()
      .from(drafts)
      .where(and(eq(drafts.code, readDraftCode(code)), gt(drafts.expiresAt, at)))
      .for('update')
    if (!draft?.passwordHash || draft.failures >= passwordTries) return undefined
    if (!draft.passwordHash.equals(oneTimePasswordHash('draft', draft.id, password))) {
      await tx
        .update(drafts)
        .set({ failures: draft.failures + 1 })
        .where(eq(drafts.id, draft.id))

      return undefined
    }
    await tx
      .update(drafts)
      .set({ passwordHash: null, keyHash: deviceKeyHash(key), formerKeyHash: draft.keyHash, sender })
      .where(eq(drafts.id, draft.id))
    const content = contentOf(keys, draft)
    for (const { uploadId } of content.papers)
      await tx
        .update(uploads)
        .set({ sender })
        .where(and(eq(uploads.id, uploadId), eq(uploads.sender, draft.sender), isNull(uploads.dossierId)))

    return { id: draft.id, version: draft.version, expiresAt: draft.expiresAt.toISOString(), content }
  })
  if (!opened) throw wrongDraftCode()

  return opened
}
