import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'
import { paperTypes } from '../papers/schemas.ts'

export const disposalStates = ['proposed', 'confirmed', 'rejected'] as const
export type DisposalState = (typeof disposalStates)[number]

const unitCode = z.string().check(z.regex(/^\d{5}$/))
const text = (least: number, most: number) => z.string().check(z.trim(), z.minLength(least), z.maxLength(most))

export const archiveQuery = z.strictObject({
  /** A code or its end, a name without diacritics, words of a title. */
  q: z.optional(z.string().check(z.maxLength(120))),
  /** In which it ended, or which stands on the cover. */
  year: z.optional(z.coerce.number().check(z.int(), z.minimum(1900), z.maximum(2200))),
  unit: z.optional(unitCode),
  kind: z.optional(z.enum(['dossier', 'record'])),
  /** Only what need no longer be kept. */
  expired: z.optional(z.literal('1')),
  cursor: z.optional(z.string().check(z.maxLength(120))),
})
export type ArchiveQuery = z.infer<typeof archiveQuery>

/** One file on the shelf: a sealed dossier, or an old paper file that was scanned. */
export const archiveItem = z.object({
  kind: z.enum(['dossier', 'record']),
  id: z.uuid(),
  /** The dossier's code; absent for a paper file that belongs to none. */
  code: z.nullable(z.string()),
  title: z.string(),
  personName: z.string(),
  year: z.number(),
  unit: z.string(),
  files: z.number(),
  at: instant,
  retention: z.nullable(bilingual),
  keepUntil: z.nullable(localDay),
  disposedAt: z.nullable(instant),
})
export type ArchiveItem = z.infer<typeof archiveItem>
export const archiveView = z.object({ items: z.array(archiveItem), nextCursor: z.optional(z.string()) })
export type ArchiveView = z.infer<typeof archiveView>

export const recordInput = z.strictObject({
  title: text(3, 300),
  personName: text(2, 200),
  year: z.int().check(z.minimum(1900), z.maximum(2200)),
  reference: z.optional(text(1, 100)),
  place: z.optional(text(1, 200)),
  /** The dossier that it belongs to, when there is one and it has ended. */
  dossier: z.optional(text(1, 40)),
})
export type RecordInput = z.infer<typeof recordInput>

export const recordFileView = z.object({
  number: z.number(),
  sha256: z.string(),
  bytes: z.number(),
  type: z.enum(paperTypes),
  addedBy: z.string(),
  addedAt: instant,
  href: z.string(),
})

export const recordView = z.object({
  id: z.uuid(),
  title: z.string(),
  personName: z.string(),
  year: z.number(),
  reference: z.nullable(z.string()),
  place: z.nullable(z.string()),
  code: z.nullable(z.string()),
  addedBy: z.string(),
  addedAt: instant,
  files: z.array(recordFileView),
})
export type RecordView = z.infer<typeof recordView>

/** At most this many dossiers stand on one list, so that a person can read it before signing. */
export const disposalLimit = 200

export const disposalInput = z.strictObject({
  codes: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(disposalLimit)),
  reason: text(5, 1000),
})
export const disposalDecision = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirm') }),
  z.strictObject({ outcome: z.literal('reject'), note: text(3, 1000) }),
])

export const disposalView = z.object({
  id: z.uuid(),
  number: z.number(),
  unit: z.string(),
  state: z.enum(disposalStates),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(instant),
  decisionNote: z.nullable(z.string()),
  /** Whether this person may sign it: the head of the unit, and not who proposed it. */
  mayDecide: z.boolean(),
  items: z.array(
    z.object({
      code: z.string(),
      procedure: z.string(),
      endedAt: instant,
      retention: bilingual,
      keepUntil: z.nullable(localDay),
    }),
  ),
  /** The signed list. */
  href: z.nullable(z.string()),
})
export type DisposalView = z.infer<typeof disposalView>
export const disposalsView = z.object({ items: z.array(disposalView) })
