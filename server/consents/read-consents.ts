import { asc, eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { type ConsentRole, type ConsentsView, consentRoles } from '#shared/consents/schemas.ts'
import { consentNames } from '#shared/i18n/consents.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { maskedAddress, personOf } from './consent-person.ts'
import { consentPlan, stateAt } from './consent-plan.ts'

/** Who was asked for this dossier, what they said, and how many are still to be asked. The caller has proved the dossier. */
export function readConsents(
  deps: Pick<Deps, 'pool' | 'keys' | 'reference' | 'now'>,
  dossierId: string,
): Promise<ConsentsView> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)))
    const { answersSha256, toAsk } = await consentPlan(deps, tx, dossier)
    const rows = await tx
      .select()
      .from(consentRequests)
      .where(eq(consentRequests.dossierId, dossierId))
      .orderBy(asc(consentRequests.askedAt))

    return {
      toBeAsked: toAsk.length,
      items: rows.map((row) => {
        const role = roleOf(row.role)
        const person = personOf(deps.keys, row)
        const state = stateAt(row, dossier, deps.now())

        return {
          id: row.id,
          role,
          roleName: consentNames[role],
          name: person.name,
          sendsTo: maskedAddress(person),
          state,
          askedAt: row.askedAt,
          expiresAt: row.expiresAt,
          answeredAt: row.answeredAt,
          isOutdated: row.answeredAt !== null && row.answersSha256 !== answersSha256,
        }
      }),
    }
  })
}

export function roleOf(text: string): ConsentRole {
  const role = consentRoles.find((each) => each === text)
  if (!role) throw new Error(`no such role of consent: ${text}`)

  return role
}
