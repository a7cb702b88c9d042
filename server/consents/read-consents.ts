import { asc, eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { type ConsentRole, type ConsentView, consentRoles } from '#shared/consents/schemas.ts'
import { consentNames } from '#shared/i18n/consents.ts'
import { readAnswers } from '../dossiers/filed-answers.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { personOf } from './consent-person.ts'

/** Who was asked for this dossier and what they said. The caller has proved the dossier. */
export function readConsents({ pool, keys }: Pick<Deps, 'pool' | 'keys'>, dossierId: string): Promise<ConsentView[]> {
  return withTx(pool, { dossier: dossierId }, async (tx) => {
    const rows = await tx
      .select()
      .from(consentRequests)
      .where(eq(consentRequests.dossierId, dossierId))
      .orderBy(asc(consentRequests.askedAt))
    if (rows.length === 0) return []
    const { sha256 } = await readAnswers(tx, keys, dossierId)

    return rows.map((row) => {
      const role = roleOf(row.role)

      return {
        id: row.id,
        role,
        roleName: consentNames[role],
        name: personOf(keys, row).name,
        state: row.state,
        askedAt: row.askedAt,
        expiresAt: row.expiresAt,
        answeredAt: row.answeredAt,
        isOutdated: row.answersSha256 !== sha256,
      }
    })
  })
}

export function roleOf(text: string): ConsentRole {
  const role = consentRoles.find((each) => each === text)
  if (!role) throw new Error(`no such role of consent: ${text}`)

  return role
}
