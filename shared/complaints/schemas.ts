import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'
import { complaintActions, complaintKinds, complaintStates } from './transitions.ts'

export const complaintTopics = ['slow', 'attitude', 'extra_papers', 'extra_money', 'result', 'other'] as const
export type ComplaintTopic = (typeof complaintTopics)[number]

export const complaintText = z.string().check(z.minLength(10), z.maxLength(4000))

/** What a resident complains of or asks, about one dossier. */
export const fileComplaintInput = z.strictObject({
  kind: z.enum(complaintKinds),
  topic: z.enum(complaintTopics),
  text: complaintText,
})
export type FileComplaintInput = z.infer<typeof fileComplaintInput>

export const complaintStep = z.object({
  action: z.enum(complaintActions),
  /** Staff by name; null: the resident. */
  by: z.nullable(z.string()),
  at: instant,
  text: z.string(),
})
export type ComplaintStep = z.infer<typeof complaintStep>

export const complaintView = z.object({
  id: z.uuid(),
  code: z.string(),
  unit: z.string(),
  kind: z.enum(complaintKinds),
  topic: z.string(),
  state: z.enum(complaintStates),
  version: z.int(),
  receivedAt: instant,
  replyDueAt: instant,
  repliedAt: z.nullable(instant),
  answerDueAt: instant,
  closedAt: z.nullable(instant),
  isExtended: z.boolean(),
  isLate: z.boolean(),
  isSatisfied: z.nullable(z.boolean()),
  steps: z.array(complaintStep),
  /** What this reader may do now. */
  allowed: z.array(z.enum(complaintActions)),
})
export type ComplaintView = z.infer<typeof complaintView>

export const complaintsView = z.object({ items: z.array(complaintView) })

export const complaintsQuery = z.strictObject({ show: z._default(z.enum(['open', 'closed']), 'open') })

/** What staff do with a complaint; every step has words, which the resident reads. */
export const staffComplaintActions = ['take', 'ask', 'extend', 'answer', 'refuse'] as const
export const complaintStepInput = z.strictObject({ action: z.enum(staffComplaintActions), text: complaintText })
export type ComplaintStepInput = z.infer<typeof complaintStepInput>
