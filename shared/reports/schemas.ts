import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { channels } from '../dossiers/events.ts'
import { standings } from '../dossiers/schemas.ts'
import { dossierStates } from '../dossiers/transitions.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'
import { editions } from '../units/types.ts'
import { cellCounts } from './sla-cells.ts'

/** What a row stands for. `officer` only within one commune and at most {@link officerDays} days. */
export const slaGroupings = ['unit', 'procedure', 'month', 'channel', 'officer'] as const
export type SlaGrouping = (typeof slaGroupings)[number]

/** The longest period of a report by officer: a quarter. */
export const officerDays = 92

/** Whether statistics are drawn on the communes as they are, old ones under their successors, or as they were. */
export const unitViews = ['now', 'then'] as const
export type UnitView = (typeof unitViews)[number]

/** Counts of the open dossiers: they depend on now and are read from these themselves. */
export const liveCounts = [
  'open',
  'due_soon',
  'overdue',
  'waiting',
  'age_0',
  'age_3',
  'age_7',
  'age_14',
  'age_30',
] as const
export type LiveCount = (typeof liveCounts)[number]

/** The open dossiers by days since filing: from this many on, up to the next. */
export const backlogAges = [
  { measure: 'age_0', days: 0 },
  { measure: 'age_3', days: 3 },
  { measure: 'age_7', days: 7 },
  { measure: 'age_14', days: 14 },
  { measure: 'age_30', days: 30 },
] as const satisfies { measure: LiveCount; days: number }[]

/** What can be counted, and opened: each number links to its dossiers. */
export const slaMeasures = [...cellCounts, ...liveCounts] as const
export type SlaMeasure = (typeof slaMeasures)[number]

const filters = {
  /** Dossiers filed from this local day on … */
  from: z.optional(localDay),
  /** … to this one, included. */
  to: z.optional(localDay),
  /** A commune of today, or the province for what it has not sent on yet; with `edition` and `units=then` one of that list. */
  unit: z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/))),
  edition: z.optional(z.enum(editions)),
  units: z.optional(z.enum(unitViews)),
  procedure: z.optional(z.enum(procedureCodes)),
  channel: z.optional(z.enum(channels)),
}

export const slaQuery = z.strictObject({ ...filters, by: z.optional(z.enum(slaGroupings)) })
export type SlaQuery = z.infer<typeof slaQuery>

export const slaDossiersQuery = z.strictObject({
  ...filters,
  /** The account that has, or last had, the dossiers in hand; `none` where nobody ever had. */
  officer: z.optional(z.union([z.uuid(), z.literal('none')])),
  measure: z.enum(slaMeasures),
  cursor: z.optional(z.string().check(z.maxLength(120))),
})
export type SlaDossiersQuery = z.infer<typeof slaDossiersQuery>

const count = z.number()
const minutes = z.nullable(z.number())

/**
 * What the logs of the dossiers filed in a period say. Counts are exact; `medianMinutes` and `p90Minutes` are working
 * minutes of the ended dossiers from acceptance to the end, without pauses, within 5 %; null when none has ended.
 */
export const slaFigures = z.object({
  received: count,
  accepted: count,
  ended: count,
  early: count,
  onTime: count,
  late: count,
  /** Of the late ones those that were late before this commune got them (CLOCK rule 7.1). */
  lateOnArrival: count,
  secondSupplements: count,
  extended: count,
  /** Working minutes of the ended dossiers from filing to the end, by whose turn it was; they add up to the whole. */
  officeMinutes: count,
  residentMinutes: count,
  agencyMinutes: count,
  systemMinutes: count,
  medianMinutes: minutes,
  p90Minutes: minutes,
})
export type SlaFigures = z.infer<typeof slaFigures>

/** One row of the report: what the logs say, and how the open dossiers stand now. */
export const slaRow = z.extend(slaFigures, { open: count, dueSoon: count, overdue: count, waiting: count })
export type SlaRow = z.infer<typeof slaRow>

export const slaView = z.object({
  asOf: instant,
  from: localDay,
  to: localDay,
  by: z.enum(slaGroupings),
  units: z.enum(unitViews),
  /** How far the counted logs are behind; the open dossiers are read as they are. */
  lag: z.object({ seconds: z.number(), waiting: z.number() }),
  /** By how much `medianMinutes` and `p90Minutes` may differ from the exact percentile, as a share of it. */
  percentileError: z.number(),
  totals: slaRow,
  /** The period just before, of the same length. */
  before: z.object({ from: localDay, to: localDay, totals: slaFigures }),
  /** All open dossiers of the same places, procedures and channels, whenever they were filed, by age. */
  backlog: z.array(z.object({ measure: z.enum(liveCounts), days: z.number(), count, href: z.string() })),
  rows: z.array(
    z.extend(slaRow, {
      key: z.string(),
      label: bilingual,
      /** The list of its dossiers, but for `&measure=`. */
      href: z.string(),
      /** The same row in the period before; null when nothing was filed in it then, and for months. */
      before: z.nullable(slaFigures),
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
