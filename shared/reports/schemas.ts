import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { channels } from '../dossiers/events.ts'
import { standings } from '../dossiers/schemas.ts'
import { dossierStates } from '../dossiers/transitions.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'

/** What a row stands for. */
export const slaGroupings = ['unit', 'procedure', 'month', 'channel'] as const
export type SlaGrouping = (typeof slaGroupings)[number]

/** What can be counted, and opened: each number links to its dossiers. */
export const slaMeasures = [
  'received',
  'accepted',
  'ended',
  'early',
  'on_time',
  'late',
  'open',
  'due_soon',
  'overdue',
  'waiting',
  'second_supplements',
] as const
export type SlaMeasure = (typeof slaMeasures)[number]

const filters = {
  /** Dossiers filed from this local day on … */
  from: z.optional(localDay),
  /** … to this one, included. */
  to: z.optional(localDay),
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  procedure: z.optional(z.enum(procedureCodes)),
  channel: z.optional(z.enum(channels)),
}

export const slaQuery = z.strictObject({ ...filters, by: z.optional(z.enum(slaGroupings)) })
export type SlaQuery = z.infer<typeof slaQuery>

export const slaDossiersQuery = z.strictObject({
  ...filters,
  measure: z.enum(slaMeasures),
  cursor: z.optional(z.string().check(z.maxLength(120))),
})
export type SlaDossiersQuery = z.infer<typeof slaDossiersQuery>

const count = z.number()

/**
 * One row of the report. Counts are exact; `medianMinutes` and `p90Minutes` are working minutes of the ended
 * dossiers from acceptance to the end, without pauses; null when none has ended.
 */
export const slaRow = z.object({
  received: count,
  accepted: count,
  ended: count,
  early: count,
  onTime: count,
  late: count,
  open: count,
  dueSoon: count,
  overdue: count,
  waiting: count,
  secondSupplements: count,
  medianMinutes: z.nullable(z.number()),
  p90Minutes: z.nullable(z.number()),
})
export type SlaRow = z.infer<typeof slaRow>

export const slaView = z.object({
  asOf: instant,
  from: localDay,
  to: localDay,
  by: z.enum(slaGroupings),
  totals: slaRow,
  rows: z.array(
    z.extend(slaRow, {
      key: z.string(),
      label: bilingual,
      /** The list of its dossiers, but for `&measure=`. */
      href: z.string(),
    }),
  ),
})
export type SlaView = z.infer<typeof slaView>

/** A dossier behind a number: what it is and how it stands, without a name. */
export const reportedDossier = z.object({
  code: z.string(),
  procedure: z.string(),
  unit: z.string(),
  channel: z.enum(channels),
  state: z.enum(dossierStates),
  filedAt: instant,
  acceptedAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  standing: z.nullable(z.enum(standings)),
  workingMinutes: z.nullable(z.number()),
  supplements: z.number(),
})
export type ReportedDossier = z.infer<typeof reportedDossier>

export const slaDossiersView = z.object({ items: z.array(reportedDossier), nextCursor: z.optional(z.string()) })
