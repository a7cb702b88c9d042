import { eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { askedConsents } from '#shared/consents/asked-consents.ts'
import { consentDays } from '#shared/consents/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import { readAnswers } from '../dossiers/filed-answers.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { consentRecipient } from './consent-contact.ts'
import { sealPerson } from './consent-person.ts'

/**
 * Asks, by a link, everybody whose agreement the filed answers want that way and who was not asked yet.
 *
 * May be called as often as one likes, by the form after filing, by the resident's page and by the officer's: a person
 * is asked once. The caller has proved the dossier. Request and message are promised together.
 */
export async function askConsents(
  { pool, keys, reference, now, wake }: Pick<Deps, 'pool' | 'keys' | 'reference' | 'now' | 'wake'>,
  dossierId: string,
): Promise<void> {
  const at = now()
  const asked = await withTx(pool, { dossier: dossierId }, async (tx) => {
    // Locked: two pages that are opened at once must not ask one person twice.
    const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)).for('update'))
    if (dossier.endedAt) return 0
    const { answers, sha256 } = await readAnswers(tx, keys, dossierId)
    const version = reference.version(dossier.procedure, dossier.procedureVersion)
    const known = await tx
      .select({ role: consentRequests.role })
      .from(consentRequests)
      .where(eq(consentRequests.dossierId, dossierId))
    const expiresAt = new Date(at.getTime() + consentDays * 86_400_000)
    let count = 0
    for (const { role, ...person } of askedConsents(version, answers, localDayOf(dossier.filedAt))) {
      if (known.some((each) => each.role === role)) continue
      const id = newId()
      await tx.insert(consentRequests).values({
        id,
        dossierId,
        role,
        sealed: sealPerson(keys, id, person),
        answersSha256: sha256,
        state: 'asked',
        askedAt: at,
        expiresAt,
      })
      await promiseMessage(tx, {
        dossierId,
        template: 'consent_asked',
        // The link is put in where the message is sent, and stands in no table.
        facts: { until: expiresAt.toISOString(), consentLink: '' },
        dedupe: `consent:${id}`,
        at,
        recipient: consentRecipient(id),
      })
      count += 1
    }

    return count
  })
  if (asked > 0) wake.send('outbox')
}
