import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { channels } from './events.ts'
import { dossierStates } from './transitions.ts'

/** Who holds a dossier, if anybody does. */
export const holder = z.nullable(z.object({ id: z.string(), name: z.string() }))

/** One row of a queue. Dates are cached from the log; the browser says how long is left by the same clock. */
export const queueItem = z.object({
  code: z.string(),
  procedure: z.string(),
  applicantName: z.string(),
  state: z.enum(dossierStates),
  channel: z.enum(channels),
  unit: z.string(),
  filedAt: z.string(),
  acceptedAt: z.nullable(z.string()),
  /** Reception deadline before acceptance, due date after: what the queue is sorted by. */
  nextDueAt: z.string(),
  /** From this instant less than eight working hours are left. */
  dueSoonAt: z.nullable(z.string()),
  holder,
  supplements: z.number(),
  version: z.number(),
})
export type QueueItem = z.infer<typeof queueItem>

export const queueViews = ['all', 'mine', 'new', 'processing', 'waiting', 'to_sign', 'to_hand_over', 'ended'] as const
export type QueueViewName = (typeof queueViews)[number]

export const queueQuery = z.strictObject({
  view: z.optional(z.enum(queueViews)),
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  procedure: z.optional(z.enum(procedureCodes)),
  /** Only rows that are due before this instant. */
  dueBefore: z.optional(z.iso.datetime({ offset: true })),
  /** Words of a name or an address, or their beginnings, without diacritics; a code or its end; a whole identity or telephone number. */
  q: z.optional(z.string().check(z.maxLength(120))),
  cursor: z.optional(z.string().check(z.maxLength(120))),
  limit: z.optional(z.coerce.number().check(z.minimum(1), z.maximum(100))),
})
export type QueueQuery = z.infer<typeof queueQuery>

export const queueView = z.object({ items: z.array(queueItem), nextCursor: z.optional(z.string()) })

/** How many dossiers stand in each view of the queue, counted in one statement. */
export const queueCounts = z.object({
  all: z.number(),
  mine: z.number(),
  new: z.number(),
  processing: z.number(),
  waiting: z.number(),
  to_sign: z.number(),
  to_hand_over: z.number(),
  due_soon: z.number(),
  overdue: z.number(),
})
export type QueueCounts = z.infer<typeof queueCounts>
