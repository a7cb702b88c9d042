import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'
import { ii06Columns, ii06Fates } from './ii06.ts'

const reportUnit = z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/)))
const periodName = z.string().check(z.maxLength(24))

export const ii06Query = z.strictObject({ period: periodName, unit: reportUnit })
export type Ii06Query = z.infer<typeof ii06Query>

export const ii06DossiersQuery = z.strictObject({
  ...ii06Query.shape,
  cell: z.enum(ii06Columns),
  procedure: z.optional(z.string().check(z.maxLength(20))),
  cursor: z.optional(z.string().check(z.maxLength(60))),
})
export type Ii06DossiersQuery = z.infer<typeof ii06DossiersQuery>

export const sealInput = z.strictObject({ period: periodName, unit: reportUnit })
export type SealInput = z.infer<typeof sealInput>
export const sealParams = z.strictObject({ id: z.uuid() })
export const sealsQuery = z.strictObject({
  unit: reportUnit,
  year: z.optional(z.string().check(z.regex(/^\d{4}$/))),
})
export type SealsQuery = z.infer<typeof sealsQuery>

const count = z.number()
const counts = z.object({
  3: count,
  4: count,
  5: count,
  6: count,
  7: count,
  8: count,
  9: count,
  10: count,
  11: count,
  12: count,
  13: count,
})

export const reportPeriod = z.object({ name: z.string(), from: localDay, to: localDay, label: bilingual })

const sealSummary = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: bilingual,
  period: reportPeriod,
  sealedAt: instant,
  sealedBy: z.string(),
  sha256: z.string(),
  corrections: count,
})
export type SealSummary = z.infer<typeof sealSummary>

/** What stands under the form because it fits into no column (CLOCK rules 9.1, 9.6, 9.7). */
const notes = z.object({
  /** Filed, and neither accepted nor ended by the period's end. */
  waiting: count,
  /** Refused before acceptance within the period. */
  refusedIntake: count,
  /** Withdrawn before acceptance within the period. */
  withdrawnBefore: count,
  /** Transfers after acceptance; a unit's own report counts what it gave away. */
  transfers: count,
  /** Ended by withdrawal after acceptance, duplicates among them. */
  withdrawn: count,
  duplicates: count,
})

const row = z.object({ procedure: z.string(), label: bilingual, counts })

/** A report of Biểu II.06 as it stands; every cell opens `/api/reports/ii06/dossiers` with the same unit. */
export const ii06View = z.object({
  period: reportPeriod,
  unit: z.object({ code: z.string(), name: bilingual, isProvince: z.boolean() }),
  asOf: instant,
  isRunning: z.boolean(),
  rows: z.array(row),
  totals: counts,
  /** For the province: what each unit's own report says. */
  units: z.optional(z.array(z.object({ unit: z.string(), label: bilingual, counts }))),
  checks: z.array(
    z.object({
      id: z.string(),
      holds: z.boolean(),
      left: count,
      right: count,
      text: bilingual,
      /** Procedures whose own row fails it. */
      failing: z.array(z.string()),
    }),
  ),
  notes,
  /** The sealed report that column 6 continues, with its corrections. */
  carriedFrom: z.nullable(z.object({ sealId: z.string(), sealed: count, corrected: count })),
  seal: z.nullable(sealSummary),
})
export type Ii06View = z.infer<typeof ii06View>

export const ii06Dossier = z.object({
  code: z.string(),
  procedure: z.string(),
  unit: z.string(),
  unitName: bilingual,
  received: z.enum(['4', '5', '6']),
  outcome: z.enum(['8', '9', '10', '12', '13']),
  fate: z.enum(ii06Fates),
  receivedAt: instant,
  dueAt: instant,
  endedAt: z.nullable(instant),
})
export type Ii06Dossier = z.infer<typeof ii06Dossier>
export const ii06DossiersView = z.object({
  items: z.array(ii06Dossier),
  total: count,
  nextCursor: z.optional(z.string()),
})

const correction = z.object({
  number: count,
  madeAt: instant,
  dossier: z.string(),
  procedure: z.string(),
  cell: z.enum(ii06Columns),
  before: count,
  after: count,
  reason: bilingual,
})
export type ReportCorrection = z.infer<typeof correction>

export const sealListView = z.object({ items: z.array(sealSummary) })

/** A sealed report: the numbers that were sent, what was recorded too late, and both together. */
export const sealView = z.object({
  ...sealSummary.shape,
  rows: z.array(row),
  totals: counts,
  notes,
  correctedTotals: counts,
  correctedRows: z.array(row),
  list: z.array(correction),
})
export type SealView = z.infer<typeof sealView>
