import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'
import { neededPaper, paperView } from '../papers/schemas.ts'
import { unitName } from '../units/schemas.ts'
import { channels } from './events.ts'
import { holder } from './queue-schemas.ts'
import { because, clockView, documentView, eventView, extensionView, openSupplement, standings } from './schemas.ts'
import { dossierActions, dossierStates } from './transitions.ts'

export const answerRow = z.object({
  /** Path inside `answers`, as in problem pointers: `members/1/identity`. */
  path: z.string(),
  label: bilingual,
  value: bilingual,
  /** A doubt that stops nothing: the identity number says another year of birth. */
  warning: z.optional(bilingual),
})
export const answerSection = z.object({ title: bilingual, rows: z.array(answerRow) })

/** An event as staff see it: by whom, and what was written for the desk. */
export const staffEventView = z.extend(eventView, { by: z.optional(z.string()), note: z.optional(z.string()) })
export type StaffEventView = z.infer<typeof staffEventView>

/** The whole dossier as an officer of its unit sees it. */
export const dossierView = z.object({
  code: z.string(),
  procedure: z.object({ code: z.string(), version: z.string(), name: bilingual }),
  variant: z.nullable(z.object({ id: z.string(), name: bilingual })),
  /** Clocks that an officer may choose instead, at acceptance or later with a reason. */
  variants: z.array(z.object({ id: z.string(), name: bilingual })),
  state: z.enum(dossierStates),
  unit: unitName,
  channel: z.enum(channels),
  version: z.number(),
  applicantName: z.string(),
  contact: z.object({ phone: z.optional(z.string()), email: z.optional(z.string()) }),
  sections: z.array(answerSection),
  requestText: z.nullable(z.string()),
  fee: z.number(),
  paid: z.boolean(),
  papers: z.array(paperView),
  /** Papers that the procedure asks for with these answers, received or not. */
  papersNeeded: z.array(neededPaper),
  consents: z.array(z.object({ from: z.enum(['head', 'owner', 'guardian']) })),
  because: z.array(because),
  filedAt: instant,
  acceptedAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  standing: z.nullable(z.enum(standings)),
  clock: clockView,
  extension: z.nullable(extensionView),
  /** By when a letter of apology leaves in time, while one may still be sent. */
  letter: z.nullable(z.object({ sendBy: instant, standing: z.enum(['early', 'proposed', 'late']) })),
  /** A check by another body that has no answer yet. */
  agencyCheck: z.nullable(z.object({ agency: z.string(), reason: z.string(), since: instant })),
  holder,
  supplements: z.number(),
  supplement: z.nullable(openSupplement),
  proposal: z.nullable(
    z.object({
      outcome: z.enum(['grant', 'refuse']),
      clause: z.nullable(z.string()),
      note: z.nullable(z.string()),
      by: z.string(),
      at: instant,
    }),
  ),
  documents: z.array(documentView),
  events: z.array(staffEventView),
  /** What this person may do now. */
  allowed: z.array(z.enum(dossierActions)),
})
export type DossierView = z.infer<typeof dossierView>
