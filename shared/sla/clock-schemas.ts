import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'
import { stepKinds } from './steps.ts'

/** The seven words of `Standing`; a list of its own because the dossier's schemas stand above the clock. */
const standing = z.enum(['early', 'on_time', 'late', 'running', 'due_soon', 'overdue', 'paused'])
const verdict = z.enum(['early', 'on_time', 'late'])

/** Minutes by whose turn they were; the four always sum to the whole. */
const turnMinutes = z.object({ office: z.number(), resident: z.number(), agency: z.number(), system: z.number() })
export type TurnMinutes = z.infer<typeof turnMinutes>

/** An event that opened or closed a pause, as the history tells it. */
const pauseEvent = z.object({ seq: z.number(), at: instant, text: bilingual })

export const clockPause = z.object({
  from: instant,
  /** Null while the resident is still waited for. */
  to: z.nullable(instant),
  workingMinutes: z.number(),
  /** False when it began after the due date: a breach is not healed by asking for papers. */
  movesDueDate: z.boolean(),
  openedBy: z.nullable(pauseEvent),
  closedBy: z.nullable(pauseEvent),
})
export type ClockPause = z.infer<typeof clockPause>

/** One sentence with its figure; `days` and `minutes` add up to the term, those of the pauses to `movedMinutes`. */
export const explainedStep = z.object({
  kind: z.enum(stepKinds),
  at: z.optional(instant),
  until: z.optional(instant),
  date: z.optional(localDay),
  untilDate: z.optional(localDay),
  days: z.optional(z.number()),
  minutes: z.optional(z.number()),
  movesDueDate: z.optional(z.boolean()),
  text: bilingual,
  source: z.optional(z.string()),
})

/** Everything that time says about one dossier, and why. Names nobody. */
export const dossierClockView = z.object({
  code: z.string(),
  /** The instant that open dates were computed for. */
  asOf: instant,
  filedAt: instant,
  acceptedAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  receptionDueAt: z.nullable(instant),
  /** Due without any pause. */
  baseDueAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  /** True while a pause is open: the date can only move later. */
  notBefore: z.boolean(),
  standing: z.nullable(standing),
  /** What the office has used since acceptance, without the pauses. */
  workingMinutes: z.nullable(z.number()),
  pausedMinutes: z.nullable(z.number()),
  movedMinutes: z.nullable(z.number()),
  provisional: z.boolean(),
  /** The years whose calendar is not wholly announced yet. */
  provisionalYears: z.array(z.number()),
  extension: z.nullable(z.object({ dueAt: instant, verdict: z.nullable(verdict), sentLate: z.boolean() })),
  pauses: z.array(clockPause),
  turns: z.object({
    /** Whole minutes from filing to the end or now, nights included. */
    elapsedMinutes: turnMinutes,
    workingMinutes: turnMinutes,
  }),
  steps: z.array(explainedStep),
})
export type DossierClockView = z.infer<typeof dossierClockView>
