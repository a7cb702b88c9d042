import { and, eq, lt, lte } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { consentOccasion, consentRecipient } from './consent-contact.ts'
import { endConsent } from './end-consent.ts'

/** Reminded after two days and once more after five; then the link ends and the counter remains. */
const remindAfterDays = [2, 5]
const batchSize = 200

/** Ends what nobody answered in time and reminds the others. Safe to run twice, also at once. Returns how many it reminded. */
export async function remindConsents(deps: Deps): Promise<number> {
  const at = deps.now()
  await endOverdue(deps, at)
  let reminded = 0
  for (const [already, days] of remindAfterDays.entries()) {
    const due = await withTx(deps.pool, {}, (tx) =>
      tx
        .select()
        .from(consentRequests)
        .where(
          and(
            eq(consentRequests.state, 'asked'),
            eq(consentRequests.reminders, already),
            lt(consentRequests.askedAt, new Date(at.getTime() - days * 86_400_000)),
          ),
        )
        .limit(batchSize),
    )
    for (const { id, dossierId, askedAt, expiresAt } of due) {
      await withTx(deps.pool, { dossier: dossierId }, async (tx) => {
        // The dossier before its request, as every step of it does.
        await tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.id, dossierId)).for('key share')
        const taken = await tx
          .update(consentRequests)
          .set({ reminders: already + 1, remindedAt: at })
          .where(
            and(
              eq(consentRequests.id, id),
              eq(consentRequests.state, 'asked'),
              eq(consentRequests.reminders, already),
              eq(consentRequests.askedAt, askedAt),
            ),
          )
          .returning({ id: consentRequests.id })
        if (taken.length === 0) return
        await promiseMessage(tx, {
          dossierId,
          template: 'consent_asked',
          facts: { until: expiresAt.toISOString(), consentLink: '' },
          dedupe: `consent:${consentOccasion({ id, askedAt })}:${already + 1}`,
          at,
          recipient: consentRecipient(id),
        })
        reminded += 1
      })
    }
  }
  if (reminded > 0) deps.wake.send('outbox')

  return reminded
}

/** One event of its dossier for each link whose days are over; what cannot be recorded just now, the next run finds. */
async function endOverdue(deps: Deps, at: Date): Promise<void> {
  for (;;) {
    const over = await withTx(deps.pool, {}, (tx) =>
      tx
        .select({ id: consentRequests.id, dossierId: consentRequests.dossierId })
        .from(consentRequests)
        .where(and(eq(consentRequests.state, 'asked'), lte(consentRequests.expiresAt, at)))
        .limit(batchSize),
    )
    let ended = 0
    for (const request of over) {
      const { unitCode } = await withTx(deps.pool, { dossier: request.dossierId }, async (tx) =>
        one(await tx.select({ unitCode: dossiers.unitCode }).from(dossiers).where(eq(dossiers.id, request.dossierId))),
      )
      try {
        if (await endConsent(deps, unitCode, request, 'not_answered')) ended += 1
      } catch (error) {
        // One dossier that moves just now, or is damaged, keeps back its own link and nobody's reminder.
        deps.log.warn({ error: (error as Error).message, ...request }, 'a link could not be ended')
      }
    }
    if (over.length < batchSize || ended === 0) return
  }
}
