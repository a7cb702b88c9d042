import type { Deps } from '../platform/deps.ts'
import { type JobData, messagesQueue, type Queues } from '../platform/queues.ts'
import { type Sending, sendMessage } from './send-message.ts'
import { tellFiled } from './tell-filed.ts'

/** Shallow on purpose: the queue decides when and how often, `sendMessage` decides what. A failure rises and is tried again. */
export async function startMessagesWorker(deps: Deps, queues: Queues, sending: Sending): Promise<void> {
  await queues.work(messagesQueue, (topic, data) => workOnMessage(deps, sending, topic, data), { concurrency: 4 })
}

/** One job of the queue: a filing to be told of, or a message to be sent. */
export async function workOnMessage(deps: Deps, sending: Sending, topic: string, data: JobData): Promise<void> {
  const { outboxId, dossierId, messageId } = data
  if (topic === 'tell_filed') return tellFiled(deps, { outboxId, dossierId })
  if (!messageId) throw new Error(`outbox row ${outboxId} names no message`)
  await sendMessage(deps, sending, { outboxId, dossierId, messageId })
}
