import { and, asc, eq, isNull } from 'drizzle-orm'
import { accessLog } from '#db/schema/accounts.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { messages } from '#db/schema/messages.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { fillTemplate } from '#shared/messages/fill-template.ts'
import type { FailedMessageView } from '#shared/messages/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/problem.ts'
import type { ReadContact } from './carrier.ts'
import { frameOf } from './send-message.ts'

/** A page; an office that lets more calls wait than this has another problem first. */
const shownAtOnce = 100

/**
 * The calls to make: messages of the actor's units that reached nobody, the oldest first. That the telephone numbers
 * were looked at is recorded for each dossier.
 */
export function failedMessages(deps: Deps, readContact: ReadContact, actor: StaffActor): Promise<FailedMessageView[]> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const rows = await tx
      .select({
        message: messages,
        code: dossiers.code,
        unitCode: dossiers.unitCode,
        applicantName: dossiers.applicantName,
      })
      .from(messages)
      .innerJoin(dossiers, eq(dossiers.id, messages.dossierId))
      .where(and(eq(messages.state, 'failed'), isNull(messages.calledAt)))
      .orderBy(asc(messages.settledAt))
      .limit(shownAtOnce)
    const seen = new Set(rows.map(({ message }) => message.dossierId))
    if (seen.size > 0)
      await tx.insert(accessLog).values(
        [...seen].map((dossierId) => ({
          id: newId(),
          at: deps.now(),
          accountId: actor.accountId,
          unitCode: actor.unit,
          dossierId,
          purpose: 'gọi báo tin',
        })),
      )
    const views: FailedMessageView[] = []
    for (const { message, ...dossier } of rows) {
      const contact = await readContact(tx, { dossierId: message.dossierId, recipient: message.recipient })
      const facts = { ...message.facts, ...contact?.facts }
      views.push({
        id: message.id,
        code: dossier.code,
        applicantName: dossier.applicantName,
        phone: contact?.phone ?? null,
        text: fillTemplate(message.template, facts, frameOf(deps, dossier)).spoken,
        failure: message.failure ?? '',
        promisedAt: message.promisedAt,
        failedAt: message.settledAt ?? message.promisedAt,
      })
    }

    return views
  })
}

/** Records that an officer called instead. Of two who both say so, the first stands. */
export async function recordCall(
  { pool, now, wake }: Pick<Deps, 'pool' | 'now' | 'wake'>,
  actor: StaffActor,
  messageId: string,
  note: string,
): Promise<void> {
  await withTx(pool, { units: actor.units }, async (tx) => {
    const [message] = await tx
      .select({ state: messages.state, calledAt: messages.calledAt })
      .from(messages)
      .where(eq(messages.id, messageId))
      .for('update')
    if (message?.state !== 'failed') throw notFound('Không có tin nào như vậy đang chờ gọi.')
    if (message.calledAt) return
    await tx
      .update(messages)
      .set({ calledAt: now(), calledBy: actor.name, callNote: note })
      .where(eq(messages.id, messageId))
  })
  wake.send(...actor.units.slice(0, 1))
}
