import { and, desc, eq, exists, inArray, like, or, type SQL, sql } from 'drizzle-orm'
import { dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { QueueItem, QueueQuery } from '#shared/dossiers/schemas.ts'
import { fold } from '#shared/text/fold.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { blindIndex } from '../platform/sealing.ts'
import { unitOf } from './queue-page.ts'

const limit = 50

/**
 * Finds dossiers of a unit, open and ended, by anybody named in them (without diacritics), by code or its end, or by
 * a whole identity number, which is compared only by its blind index.
 */
export function searchDossiers(
  deps: Pick<Deps, 'pool' | 'keys'>,
  actor: StaffActor,
  query: QueueQuery & { q: string },
): Promise<{ items: QueueItem[] }> {
  const unit = unitOf(actor, query.unit)

  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const named = (condition: SQL) =>
      exists(
        tx
          .select({ one: sql`1` })
          .from(dossierPeople)
          .where(and(eq(dossierPeople.dossierId, dossiers.id), condition)),
      )
    const rows = await tx
      .select()
      .from(dossiers)
      .where(
        and(eq(dossiers.unitCode, unit), inArray(dossiers.unitCode, [...actor.units]), matching(deps, query.q, named)),
      )
      .orderBy(dossiers.isEnded, dossiers.nextDueAt, desc(dossiers.id))
      .limit(limit)

    return {
      items: rows.map((row) => ({
        code: row.code,
        procedure: row.procedure,
        applicantName: row.applicantName,
        state: row.state,
        channel: row.channel,
        unit: row.unitCode,
        filedAt: row.filedAt.toISOString(),
        acceptedAt: row.acceptedAt?.toISOString() ?? null,
        nextDueAt: row.nextDueAt.toISOString(),
        dueSoonAt: row.dueSoonAt?.toISOString() ?? null,
        holder: row.holderId && row.holderName ? { id: row.holderId, name: row.holderName } : null,
        supplements: row.supplements,
        version: row.version,
      })),
    }
  })
}

function matching({ keys }: Pick<Deps, 'keys'>, q: string, named: (condition: SQL) => SQL): SQL | undefined {
  const digits = q.replace(/\s/g, '')
  if (/^\d{12}$/.test(digits)) return named(eq(dossierPeople.identityIndex, blindIndex(keys.index, digits)))
  const code = q.trim().toUpperCase()
  const byCode = /\d{3,}/.test(code)
    ? or(eq(dossiers.code, code), like(dossiers.code, `%${escapeLike(code)}`))
    : undefined
  const words = fold(q).split(' ').filter(Boolean)
  if (words.length === 0) return byCode ?? sql`false`
  const everyWord = and(...words.map((word) => like(dossierPeople.nameFold, `%${escapeLike(word)}%`)))

  return byCode ? or(byCode, everyWord && named(everyWord)) : everyWord && named(everyWord)
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
