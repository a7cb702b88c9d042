import { eq } from 'drizzle-orm'
import { complaintSteps, complaints } from '#db/schema/complaints.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { FileComplaintInput } from '#shared/complaints/schemas.ts'
import { complaintDates } from '#shared/complaints/terms.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'
import { sealWords } from './complaint-words.ts'

/**
 * Takes a complaint about a dossier, or a request about its data, from whoever proved its key. It goes to the unit
 * that has the dossier now and has its own dates; the same form sent twice is one complaint.
 */
export function fileComplaint(
  deps: Pick<Deps, 'pool' | 'now' | 'keys' | 'reference'>,
  dossierId: string,
  { kind, topic, text }: FileComplaintInput,
  keyed: Keyed,
): Promise<void> {
  const at = deps.now()

  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    if (await wasDone(tx, keyed, dossierId, at)) return
    const { unitCode } = one(
      await tx.select({ unitCode: dossiers.unitCode }).from(dossiers).where(eq(dossiers.id, dossierId)),
    )
    const id = newId()
    await tx.insert(complaints).values({
      id,
      dossierId,
      unitCode,
      kind,
      topic,
      state: 'received',
      receivedAt: at,
      ...complaintDates(kind, at, deps.reference.calendarOf(unitCode, at)),
    })
    await tx
      .insert(complaintSteps)
      .values({ complaintId: id, seq: 1, action: 'receive', at, sealed: sealWords(deps, id, 1, text.trim()) })
  })
}
