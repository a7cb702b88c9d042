import { eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { outbox } from '#db/schema/outbox.ts'
import { type ConsentRole, consentDays } from '#shared/consents/schemas.ts'
import { changeDossier } from '../dossiers/change-dossier.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { ProblemError } from '../platform/problem.ts'
import { consentOccasion, consentRecipient } from './consent-contact.ts'
import { consentDesk } from './consent-desk.ts'
import { sealPerson } from './consent-person.ts'
import { consentPlan } from './consent-plan.ts'
import { endConsent } from './end-consent.ts'

/**
 * Asks, by a link, everybody whose agreement the answers want that way, and waits no longer for whom they no longer
 * want: the work of a filing, and of a supplement that changed answers.
 *
 * Twice is the same as once: each person is one step of the dossier, which looks again, under the dossier's lock,
 * whether that person is still to be asked. A process that dies between two people leaves the second to the next try.
 * A dossier that moves to another unit in this moment is an error that the queue tries again.
 */
export async function askConsents(
  deps: Deps,
  { outboxId, dossierId }: { outboxId: string; dossierId: string },
): Promise<void> {
  const { unit, toAsk, toEnd } = await withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)))

    return { unit: dossier.unitCode, ...(await consentPlan(deps, tx, dossier)) }
  })
  for (const { role } of toAsk) await ask(deps, unit, dossierId, role)
  for (const { id } of toEnd) await endConsent(deps, unit, { id, dossierId }, 'not_needed')
  await withTx(deps.pool, {}, (tx) =>
    tx
      .update(outbox)
      .set({ doneAt: deps.now() })
      .where(eq(outbox.id, BigInt(outboxId))),
  )
}

/** Request, event and message are stored together. */
async function ask(deps: Deps, unit: string, dossierId: string, role: ConsentRole): Promise<void> {
  try {
    await changeDossier(
      deps,
      { actor: consentDesk(unit), dossier: { id: dossierId }, ifMatch: 'any' },
      'ask_consent',
      async ({ dossier, tx, at }) => {
        const { toAsk, answersSha256 } = await consentPlan(deps, tx, dossier)
        const wanted = toAsk.find((each) => each.role === role)
        if (!wanted) throw new NothingToAsk()
        const { known, role: _role, ...person } = wanted
        const id = known?.id ?? newId()
        const expiresAt = new Date(at.getTime() + consentDays * 86_400_000)
        const asked = {
          sealed: sealPerson(deps.keys, id, person),
          answersSha256,
          state: 'asked' as const,
          passwordHash: null,
          passwordUntil: null,
          passwordsSent: 0,
          failures: 0,
          reminders: 0,
          askedAt: at,
          remindedAt: null,
          expiresAt,
          answeredAt: null,
        }

        return {
          action: 'ask_consent',
          data: { request: id, role, answersSha256, until: expiresAt.toISOString() },
          also: async (inside) => {
            await inside
              .insert(consentRequests)
              .values({ id, dossierId, role, ...asked })
              .onConflictDoUpdate({ target: consentRequests.id, set: asked })
            await promiseMessage(inside, {
              dossierId,
              template: 'consent_asked',
              // The link is put in where the message is sent, and stands in no table.
              facts: { until: expiresAt.toISOString(), consentLink: '' },
              dedupe: `consent:${consentOccasion({ id, askedAt: at })}`,
              at,
              recipient: consentRecipient(id),
            })
          },
          wakesRelay: true,
        }
      },
    )
  } catch (error) {
    // Another try was first, or the dossier has ended.
    if (error instanceof NothingToAsk || (error instanceof ProblemError && error.body.status === 409)) return
    throw error
  }
}

class NothingToAsk extends Error {}
