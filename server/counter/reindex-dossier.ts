import { eq } from 'drizzle-orm'
import { inbox, outbox } from '#db/schema/outbox.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import type { Delivery } from './deliver-dossier.ts'
import { indexDossiers } from './index-dossiers.ts'

/**
 * Writes anew by what a dossier is found, after its answers were mended.
 *
 * Safe to run twice: the inbox row and the index commit together. A dossier that was transferred away meanwhile is
 * indexed by its delivery to the other unit.
 */
export async function reindexDossier(
  { pool, keys, now }: Pick<Deps, 'pool' | 'keys' | 'now'>,
  { outboxId, dossierId, unit }: Delivery,
): Promise<void> {
  await withTx(pool, { units: [unit] }, async (tx) => {
    const first = await tx
      .insert(inbox)
      .values({ outboxId: BigInt(outboxId), doneAt: now() })
      .onConflictDoNothing()
      .returning()
    if (first.length === 0) return
    await indexDossiers(tx, { keys }, [dossierId])
    await tx
      .update(outbox)
      .set({ doneAt: now() })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
}
