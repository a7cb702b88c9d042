import { and, count, eq, gt, sql } from 'drizzle-orm'
import { drafts } from '#db/schema/drafts.ts'
import { type DraftContent, type DraftSaved, draftCharacters, draftDays } from '#shared/drafts/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, stale } from '../platform/problem.ts'
import { contentOf, sealedContent } from './draft-content.ts'
import { draftGone, draftMoved } from './draft-refusals.ts'
import { deviceKeyHash } from './draft-secrets.ts'

/** Unfinished dossiers that one browser or account may have at once. */
export const draftsPerSender = 20

export interface DraftToSave {
  id: string
  key: string
  sender: string
  content: DraftContent
  /** The version that this device saved or read last; 0 for the first save. */
  basedOn: number
}

/**
 * Keeps an unfinished dossier, sealed, for `draftDays` from now.
 *
 * Only the device whose key wrote it, and only on top of the version that it knows: another tab's answers are handed
 * back with the refusal, so that the device can put both together. Real time: a demonstration's clock jumps days, and
 * nobody's draft may end by it.
 */
export async function saveDraft(
  { pool, keys }: Pick<Deps, 'pool' | 'keys'>,
  { id, key, sender, content, basedOn }: DraftToSave,
  at = new Date(),
): Promise<DraftSaved> {
  const text = JSON.stringify(content)
  if (text.length > draftCharacters) throw tooLarge()
  const expiresAt = new Date(at.getTime() + draftDays * 86_400_000)
  const sealed = sealedContent(keys, id, text)

  return withTx(pool, {}, async (tx) => {
    const [known] = await tx.select().from(drafts).where(eq(drafts.id, id)).for('update')
    if (!known) {
      if (basedOn !== 0) throw draftGone()
      await refuseTooMany(tx, sender, at)
      const first = await tx
        .insert(drafts)
        .values({ id, sender, version: 1, sealed, keyHash: deviceKeyHash(key), createdAt: at, expiresAt })
        .onConflictDoNothing()
        .returning({ version: drafts.version })
      // The same first save twice at once: the second reads the first one's version on its next try.
      if (first.length === 0) throw stale({ version: 1, content })

      return { version: 1, expiresAt: expiresAt.toISOString() }
    }
    refuseOtherDevice(known, key)
    if (known.version !== basedOn) throw stale({ version: known.version, content: contentOf(keys, known) })
    await tx
      .update(drafts)
      .set({ sealed, sender, version: known.version + 1, expiresAt })
      .where(eq(drafts.id, id))

    return { version: known.version + 1, expiresAt: expiresAt.toISOString() }
  })
}

/** A stranger's key and no draft are one answer; the device that wrote before is told that it was taken over. */
export function refuseOtherDevice(known: Pick<typeof drafts.$inferSelect, 'keyHash' | 'formerKeyHash'>, key: string) {
  const hash = deviceKeyHash(key)
  if (known.keyHash.equals(hash)) return
  throw known.formerKeyHash?.equals(hash) ? draftMoved() : draftGone()
}

async function refuseTooMany(tx: Tx, sender: string, at: Date) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`drafts ${sender}`}, 0))`)
  const [held] = await tx
    .select({ drafts: count() })
    .from(drafts)
    .where(and(eq(drafts.sender, sender), gt(drafts.expiresAt, at)))
  if ((held?.drafts ?? 0) < draftsPerSender) return
  throw new ProblemError({
    type: problemTypes.tooMany,
    status: 429,
    title: 'Quá nhiều bản nháp',
    detail: `Máy chủ giữ nhiều nhất ${draftsPerSender} hồ sơ đang làm dở của một người. Bản này vẫn được giữ trên máy đang dùng.`,
  })
}

const tooLarge = () =>
  new ProblemError({
    type: problemTypes.tooLarge,
    status: 413,
    title: 'Bản nháp quá lớn',
    detail: 'Phần đã nhập lớn hơn mức máy chủ giữ được. Bản này vẫn được giữ trên máy đang dùng.',
  })
