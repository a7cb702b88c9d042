import { desc, inArray, sql } from 'drizzle-orm'
import { dossierFinds } from '#db/schema/counter.ts'
import { dossierAnswers, dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import { normalizePhone } from '#shared/catalogue/phone-number.ts'
import { fold } from '#shared/text/fold.ts'
import { type Answers, type Filed, openAnswers } from '../dossiers/filed-answers.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { blindIndex } from '../platform/sealing.ts'

/**
 * Writes down by what dossiers are found: the telephone as a blind index, the words of names and addresses, the
 * initials of people. Changes nothing when it runs twice. Returns how many were written.
 *
 * Left alone is what the transaction does not see, as a dossier that was transferred away meanwhile, and what has no
 * people any more, because the archive disposed of it. Each dossier's row is locked first: of two that index it at
 * once, the later reads the later answers.
 */
export async function indexDossiers(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  dossierIds: readonly string[],
): Promise<number> {
  const seen = await tx
    .select({ id: dossiers.id, unitCode: dossiers.unitCode })
    .from(dossiers)
    .where(inArray(dossiers.id, [...dossierIds]))
    // In one order, so that two batches wait for each other instead of for ever.
    .orderBy(dossiers.id)
    .for('no key update')
  if (seen.length === 0) return 0
  const ids = seen.map(({ id }) => id)
  const units = new Map(seen.map(({ id, unitCode }) => [id, unitCode]))
  const names = await namesOf(tx, ids)
  const answers = await tx
    .selectDistinctOn([dossierAnswers.dossierId])
    .from(dossierAnswers)
    .where(inArray(dossierAnswers.dossierId, ids))
    .orderBy(dossierAnswers.dossierId, desc(dossierAnswers.number))
  const finds = answers.flatMap(({ dossierId, number, sealed }) => {
    const named = names.get(dossierId)
    const unitCode = units.get(dossierId)

    return named && unitCode
      ? [{ dossierId, unitCode, ...findsOf(keys, named, openAnswers(keys, dossierId, number, sealed)) }]
      : []
  })
  if (finds.length === 0) return 0
  await tx.insert(dossierFinds).values(finds).onConflictDoUpdate({ target: dossierFinds.dossierId, set: asInserted })

  return finds.length
}

const asInserted = {
  unitCode: sql`excluded.unit_code`,
  phoneIndex: sql`excluded.phone_index`,
  words: sql`excluded.words`,
  initials: sql`excluded.initials`,
  place: sql`excluded.place`,
}

/** Everybody named in each dossier, in the order of their places. */
async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ dossierId: dossierPeople.dossierId, name: dossierPeople.name })
    .from(dossierPeople)
    .where(inArray(dossierPeople.dossierId, [...ids]))
    .orderBy(dossierPeople.dossierId, dossierPeople.place)
  const names = new Map<string, string[]>()
  for (const { dossierId, name } of rows) names.set(dossierId, [...(names.get(dossierId) ?? []), name])

  return names
}

/** By what a dossier is found, from the names of its people in the order of their places and its latest answers. */
export function findsOf(keys: Pick<Deps['keys'], 'index'>, names: readonly string[], { answers, contact }: Filed) {
  const phone = contact.phone ? normalizePhone(contact.phone) : undefined
  const addresses = addressesIn(answers)
  const [place] = addresses

  return {
    phoneIndex: phone ? phoneIndex(keys.index, phone) : null,
    words: fold([...names, ...addresses.map(({ detail }) => detail)].join(' ')),
    initials: names.map(initialsOf).join(' '),
    place: place && isExact(place.detail) ? `${place.unit} ${fold(place.detail)}` : '',
  }
}

/** A village alone (`Thôn 2`) is where hundreds live; a house or a room takes more words to say. */
const isExact = (detail: string) => fold(detail).split(' ').length > 2

/** The first letters of a name: `Nguyễn Thị Minh Anh` is `ntma`. */
const initialsOf = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

/** A telephone number's blind index never equals that of an identity number with the same digits. */
export const phoneIndex = (key: Buffer, phone: string): Buffer => blindIndex(key, `phone:${phone}`)

/** Every address of the answers in their order: an address is what has a unit and, within it, a detail. */
function addressesIn(value: unknown): { unit: string; detail: string }[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn)
  if (value === null || typeof value !== 'object') return []
  const { unit, detail } = value as { unit?: { code?: unknown }; detail?: unknown }
  if (typeof detail === 'string' && typeof unit?.code === 'string') return [{ unit: unit.code, detail }]

  return Object.values(value as Answers).flatMap(addressesIn)
}
