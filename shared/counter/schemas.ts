import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { complaintKinds } from '../complaints/transitions.ts'
import { queueItem, queueViews } from '../dossiers/queue-schemas.ts'
import { dossierActions } from '../dossiers/transitions.ts'
import { instant } from '../http/instant.ts'

const unitCode = z.string().check(z.regex(/^\d{5}$/))
const dossierCode = z.string().check(z.regex(/^[A-Z0-9.-]{1,40}$/))

/** What a queue may be narrowed by; the same words stand in its address. */
export const queueFilter = z.strictObject({
  view: z.enum(queueViews),
  due: z.optional(z.enum(['overdue', 'soon'])),
  procedure: z.optional(z.enum(procedureCodes)),
  /** Searches the whole unit, whatever the view. */
  q: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
})
export type QueueFilter = z.infer<typeof queueFilter>

/** A filter under a name; put again under its id it replaces what it was. */
export const savedFilterInput = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  filter: queueFilter,
  /** For everybody of the unit, not only for who made it. */
  isShared: z.boolean(),
})
export type SavedFilterInput = z.infer<typeof savedFilterInput>

export const savedFilterView = z.object({
  id: z.uuid(),
  name: z.string(),
  filter: queueFilter,
  isShared: z.boolean(),
  /** Only the owner changes or deletes it. */
  isMine: z.boolean(),
  owner: z.string(),
  /** Counted now, by the same question as the list. */
  count: z.number(),
  /** True when a search found more than is counted. */
  isAtLeast: z.boolean(),
})
export type SavedFilterView = z.infer<typeof savedFilterView>
export const savedFiltersView = z.object({ items: z.array(savedFilterView) })
export const filterParams = z.strictObject({ id: z.uuid() })
export const unitQuery = z.strictObject({ unit: z.optional(unitCode) })

/** What I have on screen now; null when nothing is open. */
export const presenceInput = z.strictObject({ code: z.nullable(dossierCode) })
/** What the colleagues of the unit have on screen. */
export const presenceView = z.object({ items: z.array(z.object({ code: z.string(), names: z.array(z.string()) })) })
export type PresenceView = z.infer<typeof presenceView>

export const codeParams = z.strictObject({ code: dossierCode })

/** Answers that this officer has compared with the papers, by their path. */
export const ticksView = z.object({ paths: z.array(z.string()) })
export const ticksInput = z.strictObject({
  paths: z.array(z.string().check(z.minLength(1), z.maxLength(120))).check(z.maxLength(200)),
})

export const relations = ['same_person', 'same_place', 'similar_name'] as const
export type Relation = (typeof relations)[number]

/** Another dossier of the unit that may be the same request, the same household or the same person. */
export const relatedDossier = z.object({
  item: queueItem,
  /** The strongest first. */
  relations: z.array(z.enum(relations)),
  /** Whose name is how like whose, when that is the reason. */
  names: z.optional(z.object({ here: z.string(), there: z.string(), likeness: z.number() })),
  isEnded: z.boolean(),
})
export type RelatedDossier = z.infer<typeof relatedDossier>
export const relatedView = z.object({ items: z.array(relatedDossier) })

export const colleaguesView = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), open: z.number() })),
})

/** To whom a commander gives a dossier. */
export const assignmentInput = z.strictObject({ to: z.uuid() })
export const assignedView = z.object({ code: z.string(), holder: z.string() })

/** `already` when the same was said today: nobody is told twice. */
export const reminderView = z.object({ code: z.string(), sent: z.enum(['promised', 'already']) })

const risk = z.object({
  item: queueItem,
  /** `late` has missed its date; `today` and `soon` will, unless somebody takes the next step. */
  kind: z.enum(['late', 'today', 'soon']),
  /** The step that moves it on. */
  next: z.enum(dossierActions),
  isUnclaimed: z.boolean(),
})
const load = z.object({
  id: z.nullable(z.uuid()),
  name: z.string(),
  open: z.number(),
  late: z.number(),
  today: z.number(),
  endedThisWeek: z.number(),
})

/** A complaint that is not answered yet; `dueAt` is null while its sender is waited for. */
const openComplaint = z.object({
  id: z.uuid(),
  /** Empty for a dossier that moved to another unit; the complaint stays. */
  code: z.string(),
  kind: z.enum(complaintKinds),
  topic: z.string(),
  dueAt: z.nullable(instant),
  /** Whether it must be taken on or refused by then, or answered. */
  isReplied: z.boolean(),
  isLate: z.boolean(),
})

/** What a commander reads first in the morning, of the own unit. */
export const morningView = z.object({
  at: instant,
  risks: z.array(risk),
  /** How many of each kind there are, listed or not. */
  counts: z.object({
    late: z.number(),
    today: z.number(),
    soon: z.number(),
    toSign: z.number(),
    unclaimed: z.number(),
  }),
  people: z.array(load),
  /** How many there are, and the first to be answered. */
  complaints: z.object({ open: z.number(), late: z.number(), first: z.array(openComplaint) }),
  ratings: z.object({
    count: z.number(),
    average: z.nullable(z.number()),
    low: z.array(z.object({ code: z.string(), score: z.number(), comment: z.nullable(z.string()), at: instant })),
  }),
})
export type MorningView = z.infer<typeof morningView>
