import { and, eq, lt, lte } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { consentRecipient } from './consent-contact.ts'

/** Reminded after two days and once more after five; then the link ends and the counter remains. */
const remindAfterDays = [2, 5]
const batchSize = 200

/** Reminds those who have not answered and ends what nobody answered in time. Safe to run twice, also at once. */
export async function remindConsents({ pool, now, wake }: Pick<Deps, 'pool' | 'now' | 'wake'>): Promise<number> {
  const at = now()
  await withTx(pool, {}, (tx) =>
    tx
      .update(consentRequests)
      .set({ state: 'expired', passwordHash: null })
      .where(and(eq(consentRequests.state, 'asked'), lte(consentRequests.expiresAt, at))),
  )
  let reminded = 0
  for (const [already, days] of remindAfterDays.entries()) {
    const due = await withTx(pool, {}, (tx) =>
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
    for (const { id, dossierId, expiresAt } of due) {
      await withTx(pool, { dossier: dossierId }, async (tx) => {
        const taken = await tx
          .update(consentRequests)
          .set({ reminders: already + 1, remindedAt: at })
          .where(and(eq(consentRequests.id, id), eq(consentRequests.reminders, already)))
          .returning({ id: consentRequests.id })
        if (taken.length === 0) return
        await promiseMessage(tx, {
          dossierId,
          template: 'consent_asked',
          facts: { until: expiresAt.toISOString(), consentLink: '' },
          dedupe: `consent:${id}:${already + 1}`,
          at,
          recipient: consentRecipient(id),
        })
        reminded += 1
      })
    }
  }
  if (reminded > 0) wake.send('outbox')

  return reminded
}
