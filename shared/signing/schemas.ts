import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'

/** One dossier that waits for the signature of the head of the unit. */
export const toSignItem = z.object({
  code: z.string(),
  version: z.number(),
  procedure: z.string(),
  applicantName: z.string(),
  dueAt: z.nullable(instant),
  outcome: z.enum(['grant', 'refuse']),
  note: z.nullable(z.string()),
  proposedBy: z.string(),
  proposedAt: instant,
  /** The forms that would be signed; none for a refusal, which is decided in the dossier itself. */
  previews: z.array(z.object({ form: z.string(), href: z.string() })),
  /** This person has looked at every one of them as the dossier now is. */
  isSeen: z.boolean(),
})
export type ToSignItem = z.infer<typeof toSignItem>

/** What is to be signed, and by which certificate; without one, why not. */
export const toSignView = z.object({
  items: z.array(toSignItem),
  certificate: z.nullable(z.object({ subject: z.string(), validUntil: instant, isTest: z.boolean() })),
  trouble: z.nullable(z.string()),
})
export type ToSignView = z.infer<typeof toSignView>

export const signedView = z.object({
  code: z.string(),
  documents: z.array(z.object({ form: z.string(), number: z.nullable(z.string()), href: z.string() })),
})
export type SignedView = z.infer<typeof signedView>
