import { and, desc, eq, exists, inArray, like, or, type SQL, sql } from 'drizzle-orm'
import { dossierFinds } from '#db/schema/counter.ts'
import { dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { isPhoneNumber, normalizePhone } from '#shared/catalogue/phone-number.ts'
import type { QueueItem, QueueQuery } from '#shared/dossiers/schemas.ts'
import { fold } from '#shared/text/fold.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { blindIndex } from '../platform/sealing.ts'
import { phoneIndex } from './index-dossier.ts'
import { toQueueItem } from './queue-item.ts'
import { unitOf } from './queue-page.ts'

/** So many a search finds; who sees all of them types another word. */
export const searchLimit = 50

/**
 * Finds dossiers of a unit, open and ended: by the words of names and addresses without diacritics, by the initials
 * of a name (`ntma`), by code or its end, or by a whole identity or telephone number, which are compared only by
 * their blind index.
 */
export function searchDossiers(
  deps: Pick<Deps, 'pool' | 'keys'>,
  actor: StaffActor,
  query: Pick<QueueQuery, 'unit' | 'procedure'> & { q: string },
): Promise<{ items: QueueItem[] }> {
  const unit = unitOf(actor, query.unit)

  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const rows = await tx
      .select()
      .from(dossiers)
      .where(
        and(
          eq(dossiers.unitCode, unit),
          inArray(dossiers.unitCode, [...actor.units]),
          query.procedure && eq(dossiers.procedure, query.procedure),
          matching(tx, deps, query.q),
        ),
      )
      .orderBy(dossiers.isEnded, dossiers.nextDueAt, desc(dossiers.id))
      .limit(searchLimit)

    return { items: rows.map(toQueueItem) }
  })
}

/** What was typed tells what it is: only digits are a number of a person, digits among letters a code, letters words. */
function matching(tx: Tx, { keys }: Pick<Deps, 'keys'>, q: string): SQL {
  const digits = q.replace(/[\s.+-]/g, '')
  if (/^\d{12}$/.test(digits)) return named(tx, eq(dossierPeople.identityIndex, blindIndex(keys.index, digits)))
  const number = normalizePhone(q)
  const phone = isPhoneNumber(number)
    ? found(tx, eq(dossierFinds.phoneIndex, phoneIndex(keys.index, number)))
    : undefined

  return or(phone, byCode(q), byWords(tx, fold(q).split(' ').filter(Boolean))) ?? sql`false`
}

function byCode(q: string): SQL | undefined {
  const code = q.trim().toUpperCase()

  return /\d{3,}/.test(code) ? or(eq(dossiers.code, code), like(dossiers.code, `%${escapeLike(code)}`)) : undefined
}

/** Every word stands somewhere in the names and addresses; or the only word is somebody's initials. */
function byWords(tx: Tx, words: readonly string[]): SQL | undefined {
  if (words.length === 0) return undefined
  const every = (column: typeof dossierFinds.words | typeof dossierPeople.nameFold) =>
    and(...words.map((word) => like(column, `%${escapeLike(word)}%`))) ?? sql`false`
  const [only] = words
  const initials =
    words.length === 1 && only && /^[a-z]{2,8}$/.test(only)
      ? found(tx, sql`(' ' || ${dossierFinds.initials} || ' ') like ${`% ${only} %`}`)
      : undefined

  // Names beside the finds: a dossier that was filed a moment ago is not on a desk yet, and can be named on the phone.
  return or(found(tx, every(dossierFinds.words)), named(tx, every(dossierPeople.nameFold)), initials)
}

const named = (tx: Tx, condition: SQL) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(dossierPeople)
      .where(and(eq(dossierPeople.dossierId, dossiers.id), condition)),
  )

const found = (tx: Tx, condition: SQL) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(dossierFinds)
      .where(and(eq(dossierFinds.dossierId, dossiers.id), condition)),
  )

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
