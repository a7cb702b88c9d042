import { lt } from 'drizzle-orm'
import { assistedFilings } from '#db/schema/assistance.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

/** A day in which whoever lost an answer may still ask again; the content cannot be confirmed any more by then. */
const keptMs = 24 * 3_600_000

/** Removes what nobody confirmed, and what was filed long ago and is read from its log. Returns how many rows. */
export async function sweepAssistedFilings({ pool, now }: Pick<Deps, 'pool' | 'now'>): Promise<number> {
  const gone = await withTx(pool, {}, (tx) =>
    tx
      .delete(assistedFilings)
      .where(lt(assistedFilings.expiresAt, new Date(now().getTime() - keptMs)))
      .returning({ id: assistedFilings.id }),
  )

  return gone.length
}
