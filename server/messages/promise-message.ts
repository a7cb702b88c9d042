import { messages } from '#db/schema/messages.ts'
import type { MessageFacts, MessageTemplate } from '#shared/messages/templates.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { promise } from '../platform/outbox.ts'
import { messagesQueue } from '../platform/queues.ts'

export interface NewMessage<T extends MessageTemplate> {
  dossierId: string
  template: T
  /** Instants in ISO 8601, amounts as digits; no name, number or answer of a person. */
  facts: MessageFacts<T>
  /** Names the occasion within the dossier, for example `accept:7`: a second promise under it changes nothing. */
  dedupe: string
  at: Date
  /** Whom it goes to; without it the applicant. The contact reader of the worker knows the others. */
  recipient?: string
}

/**
 * Promises a message to a resident in the transaction of the step that calls for it: both are stored or neither.
 *
 * The worker of queue `messages` sends it. Call `wake.send('outbox')` after COMMIT for it to go at once.
 */
export async function promiseMessage<T extends MessageTemplate>(
  tx: Tx,
  { dossierId, template, facts, dedupe, at, recipient = 'applicant' }: NewMessage<T>,
): Promise<void> {
  const [message] = await tx
    .insert(messages)
    .values({
      id: newId(),
      dossierId,
      template,
      recipient,
      facts: facts as Record<string, string>,
      dedupe,
      state: 'promised',
      promisedAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: messages.id })
  if (!message) return
  await promise(tx, at, { topic: 'message', queue: messagesQueue, dossierId, body: { messageId: message.id } })
}
