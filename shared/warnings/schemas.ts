import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { warningKinds, warningLevels } from '../dossiers/events.ts'
import { dossierStates } from '../dossiers/transitions.ts'
import { instant } from '../http/instant.ts'
import { unitName } from '../units/schemas.ts'

/** `seen` is everybody's own; `handled` says to all that somebody took care of it. */
export const warningMarks = ['seen', 'handled'] as const
export type WarningMark = (typeof warningMarks)[number]

const warnedDossier = {
  code: z.string(),
  procedure: z.enum(procedureCodes),
  applicantName: z.string(),
  state: z.enum(dossierStates),
  unit: unitName,
  holder: z.nullable(z.string()),
}

/** The newest warning of one dossier that still holds: the dossier is open and its date has not moved since. */
export const warningItem = z.object({
  id: z.uuid(),
  kind: z.enum(warningKinds),
  level: z.enum(warningLevels),
  /** False: it is the deadline to accept, not the due date. */
  isAccepted: z.boolean(),
  dueAt: instant,
  at: instant,
  ...warnedDossier,
  isSeen: z.boolean(),
  handled: z.nullable(z.object({ by: z.string(), at: instant })),
})
export type WarningItem = z.infer<typeof warningItem>

/** A dossier that may miss its date and whose resident has no letter of apology yet (form 04). */
export const letterDue = z.object({
  ...warnedDossier,
  dueAt: instant,
  /** Sent later than this, the letter is marked as sent late. */
  sendBy: instant,
})
export type LetterDue = z.infer<typeof letterDue>

export const warningsQuery = z.strictObject({
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  kind: z.optional(z.enum(warningKinds)),
  cursor: z.optional(z.string().check(z.maxLength(120))),
})
export type WarningsQuery = z.infer<typeof warningsQuery>

export const warningsView = z.object({
  items: z.array(warningItem),
  nextCursor: z.optional(z.string()),
  /** The most urgent ones of the own unit; empty for a supervisor, who sends no letters. */
  letters: z.array(letterDue),
})
export type WarningsView = z.infer<typeof warningsView>

/** For the badge: warnings that this person has not seen and nobody has handled, and letters to think of. */
export const warningCounts = z.object({ unseen: z.number(), letters: z.number() })
export type WarningCounts = z.infer<typeof warningCounts>
