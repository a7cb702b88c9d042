import { asc, gt } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { indexDossiers } from './index-dossiers.ts'

const batchSize = 200
const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Writes by what every dossier is found, also of those that were stored before there was such an index. As the owner
 * of the tables, who sees all communes.
 *
 * Each batch is a transaction of its own that locks its dossiers for some milliseconds, so the desk goes on meanwhile;
 * broken off and begun again it writes the same. What is filed behind it is indexed by its delivery. Returns how many
 * were indexed; `onBatch` hears how many dossiers were looked at.
 */
export async function rebuildIndex(
  { ownerPool, keys }: { ownerPool: Deps['pool']; keys: Deps['keys'] },
  onBatch?: (looked: number) => void,
): Promise<number> {
  let looked = 0
  let indexed = 0
  for (let after: string | undefined = firstId; after !== undefined; ) {
    const from: string = after
    after = await withTx(ownerPool, {}, async (tx) => {
      const rows = await tx
        .select({ id: dossiers.id })
        .from(dossiers)
        .where(gt(dossiers.id, from))
        .orderBy(asc(dossiers.id))
        .limit(batchSize)
      const ids = rows.map(({ id }) => id)
      if (ids.length > 0) indexed += await indexDossiers(tx, { keys }, ids)
      looked += ids.length

      return ids.at(-1)
    })
    onBatch?.(looked)
  }

  return indexed
}
