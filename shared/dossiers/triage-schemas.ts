import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'
import { unitName } from '../units/schemas.ts'
import { channels } from './events.ts'
import { because } from './schemas.ts'
import { dossierStates } from './transitions.ts'

/** The province's own queue, whoever waits longest for an answer first. */
export const triageView = z.object({
  /** How many wait, those that the list does not show included. */
  waiting: z.number(),
  items: z.array(
    z.object({
      code: z.string(),
      procedure: z.string(),
      applicantName: z.string(),
      channel: z.enum(channels),
      filedAt: instant,
      /** By then the resident must have an answer from somebody. */
      answerBy: instant,
      /** What stood in the way of a decision. */
      why: bilingual,
    }),
  ),
})
export type TriageView = z.infer<typeof triageView>

/** One undecided dossier, as whoever finds its commune needs it. */
export const triageDossierView = z.object({
  code: z.string(),
  version: z.number(),
  state: z.enum(dossierStates),
  procedure: z.object({ code: z.string(), name: bilingual }),
  applicantName: z.string(),
  contact: z.object({ phone: z.optional(z.string()), email: z.optional(z.string()) }),
  filedAt: instant,
  /** The question that decides, and its answer as it was given. */
  address: z.object({ label: bilingual, text: bilingual }),
  why: bilingual,
  because: z.array(because),
  /** The likeliest first, at most five. */
  likely: z.array(z.object({ unit: unitName, reasons: z.array(bilingual) })),
})
export type TriageDossierView = z.infer<typeof triageDossierView>
