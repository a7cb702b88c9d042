import { and, eq } from 'drizzle-orm'
import { idempotencyKeys } from '#db/schema/outbox.ts'
import type { Tx } from '../platform/db.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'

/**
 * Creates something once for a key, and gives its id: the new one, or the one made when the same intention came first.
 * `make` runs in the same transaction as the key, so that neither stands without the other.
 */
export async function createOnce(tx: Tx, keyed: Keyed, at: Date, make: () => Promise<string>): Promise<string> {
  const sameKey = and(
    eq(idempotencyKeys.actor, keyed.actor),
    eq(idempotencyKeys.route, keyed.route),
    eq(idempotencyKeys.key, keyed.key),
  )
  if (await wasDone(tx, keyed, null, at)) {
    const [before] = await tx.select({ answer: idempotencyKeys.answer }).from(idempotencyKeys).where(sameKey)
    if (!before) throw new Error('a key that was taken has gone')

    return (before.answer as { id: string }).id
  }
  const id = await make()
  await tx.update(idempotencyKeys).set({ answer: { id } }).where(sameKey)

  return id
}
