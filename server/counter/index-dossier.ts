import { eq } from 'drizzle-orm'
import { dossierFinds } from '#db/schema/counter.ts'
import { dossierPeople } from '#db/schema/dossiers.ts'
import { normalizePhone } from '#shared/catalogue/phone-number.ts'
import { fold } from '#shared/text/fold.ts'
import { type Answers, readAnswers } from '../dossiers/filed-answers.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { blindIndex } from '../platform/sealing.ts'

/**
 * Writes down by what a dossier is found: its telephone as a blind index, the words of its names and addresses, the
 * initials of its people. Runs before every delivery and changes nothing when it runs twice; a dossier that was
 * transferred away meanwhile is out of this unit's sight and left alone.
 */
export function indexDossier(
  { pool, keys }: Pick<Deps, 'pool' | 'keys'>,
  { dossierId, unit }: { dossierId: string; unit: string },
): Promise<void> {
  return withTx(pool, { units: [unit] }, async (tx) => {
    const people = await tx
      .select({ name: dossierPeople.name })
      .from(dossierPeople)
      .where(eq(dossierPeople.dossierId, dossierId))
    if (people.length === 0) return
    const finds = await findsOf(tx, { keys }, dossierId, people)
    await tx
      .insert(dossierFinds)
      .values({ dossierId, ...finds })
      .onConflictDoUpdate({ target: dossierFinds.dossierId, set: finds })
  })
}

async function findsOf(tx: Tx, { keys }: Pick<Deps, 'keys'>, dossierId: string, people: { name: string }[]) {
  const { answers, contact } = await readAnswers(tx, keys, dossierId)
  const phone = contact.phone ? normalizePhone(contact.phone) : undefined
  const addresses = addressesIn(answers)
  const [place] = addresses

  return {
    phoneIndex: phone ? phoneIndex(keys.index, phone) : null,
    words: fold([...people.map(({ name }) => name), ...addresses.map(({ detail }) => detail)].join(' ')),
    initials: people.map(({ name }) => initialsOf(name)).join(' '),
    place: place && isExact(place.detail) ? `${place.unit} ${fold(place.detail)}` : '',
  }
}

/** A village alone (`Thôn 2`) is where hundreds live; a house or a room takes more words to say. */
const isExact = (detail: string) => fold(detail).split(' ').length > 2

/** The first letters of a name: `Nguyễn Thị Minh Anh` is `ntma`. */
export const initialsOf = (name: string): string =>
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
