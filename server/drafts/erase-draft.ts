import { and, eq, lt } from 'drizzle-orm'
import { drafts } from '#db/schema/drafts.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { deviceKeyHash } from './draft-secrets.ts'

/** Takes a draft away: filed, or erased by its writer. Whoever is not its writer changes nothing and hears nothing. */
export async function eraseDraft({ pool }: Pick<Deps, 'pool'>, id: string, key: string): Promise<void> {
  await withTx(pool, {}, (tx) =>
    tx.delete(drafts).where(and(eq(drafts.id, id), eq(drafts.keyHash, deviceKeyHash(key)))),
  )
}

/** Removes drafts that nobody saved within their days. Returns how many; real time, as their age is. */
export async function sweepDrafts({ pool }: Pick<Deps, 'pool'>, at = new Date()): Promise<number> {
  const gone = await withTx(pool, {}, (tx) =>
    tx.delete(drafts).where(lt(drafts.expiresAt, at)).returning({ id: drafts.id }),
  )

  return gone.length
}
