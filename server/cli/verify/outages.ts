import { asc } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { outages } from '#db/schema/outages.ts'
import { sha256 } from '../../platform/sealing.ts'
import { type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

/**
 * Whether the records of outages are one chain, numbered without a gap, and each supersedes at most one earlier record
 * that nothing else supersedes. Records cut off at the end leave no trace in a chain: nothing stored remembers its head.
 */
export async function lookAtOutages(db: NodePgDatabase): Promise<Looked> {
  const rows = await db.select().from(outages).orderBy(asc(outages.seq))
  let hash: Buffer = Buffer.alloc(0)
  const [standing, seen] = [new Set<string>(), { seq: 0 }]

  return lookAtEach(
    rows,
    ({ seq }) => `outage ${seq}`,
    (row) => {
      seen.seq += 1
      if (row.seq !== seen.seq) return `record ${seen.seq} is missing`
      hash = sha256(Buffer.concat([hash, Buffer.from(row.body)]))
      if (!hash.equals(row.hash)) return 'the hash does not fit the record'
      const said = JSON.parse(row.body) as { seq: number; id: string; recordedAt: string; supersedes?: string }
      const beside = firstDifference({ seq: said.seq, id: said.id, recordedAt: new Date(said.recordedAt) }, row)
      if (beside) return beside
      if (said.supersedes && !standing.delete(said.supersedes)) return 'it supersedes a record that does not stand'
      standing.add(row.id)

      return undefined
    },
  )
}
