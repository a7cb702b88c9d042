import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'

export const messageChannels = ['email', 'sms', 'zalo'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** `promised` until a carrier took it, `sent` until a carrier says that it arrived; `failed` is a call to make. */
export const messageStates = ['promised', 'sent', 'delivered', 'failed'] as const
export type MessageState = (typeof messageStates)[number]

/** A message that reached nobody: the officer calls instead. */
export const failedMessageView = z.object({
  id: z.uuid(),
  code: z.string(),
  applicantName: z.string(),
  phone: z.nullable(z.string()),
  /** What the resident should have read, to be said on the telephone. */
  text: z.string(),
  failure: z.string(),
  promisedAt: instant,
  failedAt: instant,
})
export type FailedMessageView = z.infer<typeof failedMessageView>

export const failedMessagesView = z.object({ items: z.array(failedMessageView) })

/** That the resident was called, and what came of it. */
export const messageCallInput = z.strictObject({ note: z.string().check(z.minLength(3), z.maxLength(500)) })
export type MessageCallInput = z.infer<typeof messageCallInput>

/** A message as the page of one dossier lists it. */
export const messageView = z.object({
  id: z.uuid(),
  subject: bilingual,
  channel: z.nullable(z.enum(messageChannels)),
  state: z.enum(messageStates),
  promisedAt: instant,
  settledAt: z.nullable(instant),
})

/** What a demonstration recorded in place of sending it. */
export const recordedMessageView = z.object({
  id: z.uuid(),
  channel: z.enum(messageChannels),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  at: instant,
  code: z.string(),
  /** Null for what is no dossier yet. */
  trackingHref: z.nullable(z.string()),
})
export type RecordedMessageView = z.infer<typeof recordedMessageView>

export const recordedMessagesView = z.object({ items: z.array(recordedMessageView) })
