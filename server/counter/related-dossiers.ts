import { and, eq, inArray, ne } from 'drizzle-orm'
import { dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import type { RelatedDossier, Relation } from '#shared/counter/schemas.ts'
import { similarNames } from '#shared/counter/similar-names.ts'
import { asSubject, type Dossier } from '../dossiers/change-dossier.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { toQueueItem } from './queue-item.ts'

/** A warning with more than this many dossiers would not be read. */
const shownAtMost = 8
/** Names are compared with the newest open dossiers of the unit; a commune has a few hundred. */
const comparedAtMost = 3000

type Found = Map<string, { relations: Set<Relation>; names?: NonNullable<RelatedDossier['names']> }>

/**
 * The dossiers of the same unit that an officer should look at beside this one: the same person (by the blind index of
 * an identity number) and the same place, if open or ended within the last half year; and open ones with a name that is
 * perhaps the same. Nothing is decided here: a name is a hint, and homonyms are common.
 */
export function relatedDossiers(
  { pool, now }: Pick<Deps, 'pool' | 'now'>,
  actor: StaffActor,
  code: string,
): Promise<RelatedDossier[]> {
  return withTx(pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
    if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()
    const found: Found = new Map()
    await addSamePeopleAndPlace(tx, dossier, now(), found)
    await addSimilarNames(tx, dossier, found)
    if (found.size === 0) return []
    const rows = await tx
      .select()
      .from(dossiers)
      .where(inArray(dossiers.id, [...found.keys()]))

    return rows
      .map((row) => toRelated(row, found))
      .sort((a, b) => strength(a) - strength(b) || Number(a.isEnded) - Number(b.isEnded))
      .slice(0, shownAtMost)
  })
}

async function addSamePeopleAndPlace(tx: Tx, { id, unitCode }: Dossier, now: Date, found: Found) {
  const since = new Date(now.getTime() - 183 * 86_400_000)
  const rows = await tx.statement<{ id: string; relation: Relation }>(
    `select distinct d.id, 'same_person' as relation
     from dossier_people mine join dossier_people theirs on theirs.identity_index = mine.identity_index
     join dossiers d on d.id = theirs.dossier_id
     where mine.dossier_id = $1 and d.id <> $1 and d.unit_code = $2 and (not d.is_ended or d.ended_at > $3)
     union all
     select d.id, 'same_place' from dossier_finds mine
     join dossier_finds theirs on theirs.place = mine.place join dossiers d on d.id = theirs.dossier_id
     where mine.dossier_id = $1 and mine.place <> '' and d.id <> $1 and d.unit_code = $2
       and (not d.is_ended or d.ended_at > $3)
     limit 200`,
    [id, unitCode, since],
  )
  for (const row of rows) relationsOf(found, row.id).relations.add(row.relation)
}

async function addSimilarNames(tx: Tx, { id, unitCode }: Dossier, found: Found) {
  const mine = await tx.select({ name: dossierPeople.name }).from(dossierPeople).where(eq(dossierPeople.dossierId, id))
  const others = await tx
    .select({ dossierId: dossierPeople.dossierId, name: dossierPeople.name })
    .from(dossierPeople)
    .innerJoin(dossiers, eq(dossiers.id, dossierPeople.dossierId))
    .where(and(eq(dossiers.unitCode, unitCode), eq(dossiers.isEnded, false), ne(dossiers.id, id)))
    .limit(comparedAtMost)
  for (const { name } of mine) {
    for (const { dossierId, name: there, likeness } of similarNames(name, others)) {
      const entry = relationsOf(found, dossierId)
      entry.relations.add('similar_name')
      if (!entry.names || entry.names.likeness < likeness) entry.names = { here: name, there, likeness }
    }
  }
}

function relationsOf(found: Found, id: string) {
  const entry = found.get(id) ?? { relations: new Set<Relation>() }
  found.set(id, entry)

  return entry
}

const order: readonly Relation[] = ['same_person', 'similar_name', 'same_place']
const strength = ({ relations: [first] }: RelatedDossier) => (first ? order.indexOf(first) : order.length)

function toRelated(row: Dossier, found: Found): RelatedDossier {
  const { relations, names } = relationsOf(found, row.id)

  return {
    item: toQueueItem(row),
    relations: order.filter((relation) => relations.has(relation)),
    ...(names && { names }),
    isEnded: row.isEnded,
  }
}
