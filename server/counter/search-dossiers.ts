import { inArray } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { isPhoneNumber, normalizePhone } from '#shared/catalogue/phone-number.ts'
import type { QueueItem, QueueQuery } from '#shared/dossiers/queue-schemas.ts'
import { fold } from '#shared/text/fold.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { blindIndex } from '../platform/sealing.ts'
import { phoneIndex } from './index-dossiers.ts'
import { toQueueItem } from './queue-item.ts'
import { unitOf } from './queue-page.ts'

/** So many a search finds; who sees all of them types another word. */
export const searchLimit = 50

/**
 * Finds dossiers of a unit, the open ones before the ended: by the beginnings of words of names and addresses without
 * diacritics, by the initials of a name (`ntma`), by code or its end, or by a whole identity or telephone number,
 * which are compared only by their blind index.
 */
export function searchDossiers(
  { pool, keys }: Pick<Deps, 'pool' | 'keys'>,
  actor: StaffActor,
  query: Pick<QueueQuery, 'unit' | 'procedure'> & { q: string },
): Promise<{ items: QueueItem[] }> {
  const unit = unitOf(actor, query.unit)
  const { words, initials, code, identity, phone } = soughtBy(keys, query.q)

  return withTx(pool, { units: actor.units }, async (tx) => {
    const found = await tx.statement<{ ids: string[] }>('select desk_search($1, $2, $3, $4, $5, $6, $7, $8) as ids', [
      unit,
      query.procedure,
      words,
      initials,
      code,
      identity,
      phone,
      searchLimit,
    ])
    const { ids } = one(found)
    if (ids.length === 0) return { items: [] }
    const rows = await tx.select().from(dossiers).where(inArray(dossiers.id, ids))
    const itemOf = new Map(rows.map((row) => [row.id, toQueueItem(row)]))

    return { items: ids.flatMap((id) => itemOf.get(id) ?? []) }
  })
}

/** What `desk_search` is asked; whatever is absent is not sought. */
interface Sought {
  words?: string[]
  initials?: string
  code?: string
  identity?: Buffer
  phone?: Buffer
}

/** What was typed tells what it is: only digits are a number of a person, digits among letters a code, letters words. */
function soughtBy({ index }: Deps['keys'], q: string): Sought {
  const digits = q.replace(/[\s.+-]/g, '')
  if (/^\d{12}$/.test(digits)) return { identity: blindIndex(index, digits) }
  const number = normalizePhone(q)
  const code = q.trim().toUpperCase()
  const words = fold(q).split(' ').filter(Boolean)
  const [only] = words

  return {
    ...(isPhoneNumber(number) && { phone: phoneIndex(index, number) }),
    ...(/\d{3,}/.test(code) && { code }),
    ...(words.length > 0 && { words }),
    ...(words.length === 1 && only && /^[a-z]{2,8}$/.test(only) && { initials: only }),
  }
}
