import { and, desc, eq, inArray, isNotNull, isNull, notExists } from 'drizzle-orm'
import { dossierFinds } from '#db/schema/counter.ts'
import { dossierAnswers, dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import { outbox } from '#db/schema/outbox.ts'
import { findsOf } from '../../counter/index-dossiers.ts'
import { openAnswers } from '../../dossiers/filed-answers.ts'
import { openOrNothing } from './answers.ts'
import { type AtHand, type Batch, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

/**
 * Whether what stands on a desk is found by what it says now: by the people and places of its latest answers, in its own
 * unit. Passed over is what a job is about to index, and what was disposed of, which nobody finds.
 */
export async function lookAtFinds({ db, ids, erased }: Batch, { keys }: AtHand): Promise<Looked> {
  const awaited = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.dossierId, dossiers.id), isNull(outbox.doneAt)))
  const onDesk = await db
    .select({ id: dossiers.id, code: dossiers.code, unitCode: dossiers.unitCode })
    .from(dossiers)
    .where(and(inArray(dossiers.id, ids), isNotNull(dossiers.deliveredAt), notExists(awaited)))
  const stored = await db.select().from(dossierFinds).where(inArray(dossierFinds.dossierId, ids))
  const people = await db
    .select({ dossierId: dossierPeople.dossierId, name: dossierPeople.name })
    .from(dossierPeople)
    .where(inArray(dossierPeople.dossierId, ids))
    .orderBy(dossierPeople.dossierId, dossierPeople.place)
  const answers = await db
    .selectDistinctOn([dossierAnswers.dossierId])
    .from(dossierAnswers)
    .where(inArray(dossierAnswers.dossierId, ids))
    .orderBy(dossierAnswers.dossierId, desc(dossierAnswers.number))
  const findsById = new Map(stored.map((finds) => [finds.dossierId, finds]))
  const latest = new Map(answers.map((each) => [each.dossierId, each]))
  const named = groupBy(people, ({ dossierId }) => dossierId)

  const looked = await lookAtEach(
    onDesk.filter(({ id }) => !erased.has(id) && named.has(id) && latest.has(id)),
    ({ code }) => code,
    ({ id, unitCode }) => {
      const finds = findsById.get(id)
      const last = latest.get(id)
      if (!finds) return 'by what it is found is not stored (desk index rebuild writes it)'
      const filed = keys && last && openOrNothing(() => openAnswers(keys, id, last.number, last.sealed))
      const names = (named.get(id) ?? []).map(({ name }) => name)

      return firstDifference({ unitCode, ...(filed && findsOf(keys, names, filed)) }, finds)
    },
  )

  return { ...looked, rows: stored.length }
}
