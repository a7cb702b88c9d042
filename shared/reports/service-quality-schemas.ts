import * as z from 'zod/mini'
import { complaintTopics } from '../complaints/schemas.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'
import { ii06DossiersView, ii06Query, reportPeriod } from './ii06-schemas.ts'
import { complaintIndicatorIds, dossierIndicatorIds, indicatorIds } from './service-quality-indicators.ts'

export const serviceQualityQuery = ii06Query

export const indicatorParts = ['numerator', 'denominator', 'missing'] as const
export const serviceQualityDossiersQuery = z.strictObject({
  ...ii06Query.shape,
  indicator: z.enum(dossierIndicatorIds),
  part: z.enum(indicatorParts),
  cursor: z.optional(z.string().check(z.maxLength(60))),
})
export type ServiceQualityDossiersQuery = z.infer<typeof serviceQualityDossiersQuery>
export const serviceQualityDossiersView = ii06DossiersView

/** Of 5.1 the complaints of one class, of 5.2 and 5.3 those behind a part. */
export const serviceQualityComplaintsQuery = z.strictObject({
  ...ii06Query.shape,
  indicator: z.enum(['5.1', ...complaintIndicatorIds]),
  part: z._default(z.enum(indicatorParts), 'denominator'),
  topic: z.optional(z.enum(complaintTopics)),
  cursor: z.optional(z.string().check(z.maxLength(80))),
})
export type ServiceQualityComplaintsQuery = z.infer<typeof serviceQualityComplaintsQuery>

const qualityComplaint = z.object({
  id: z.uuid(),
  code: z.string(),
  unit: z.string(),
  unitName: bilingual,
  topic: z.enum(complaintTopics),
  receivedAt: instant,
  replyDueAt: instant,
  repliedAt: z.nullable(instant),
  answerDueAt: instant,
  closedAt: z.nullable(instant),
  isLate: z.boolean(),
  isSatisfied: z.nullable(z.boolean()),
})
export type QualityComplaintView = z.infer<typeof qualityComplaint>
export const serviceQualityComplaintsView = z.object({
  items: z.array(qualityComplaint),
  total: z.number(),
  nextCursor: z.optional(z.string()),
})

const source = z.object({ text: z.string(), mark: z.enum(['seen', 'memory', 'derived']) })

const indicator = z.object({
  id: z.enum(indicatorIds),
  name: bilingual,
  formula: bilingual,
  version: z.string(),
  source,
  numerator: z.number(),
  denominator: z.number(),
  rate: z.nullable(z.number()),
  points: z.nullable(z.number()),
  maximum: z.nullable(z.number()),
  threshold: z.nullable(z.number()),
  isProvisional: z.boolean(),
})
export type IndicatorView = z.infer<typeof indicator>

/** The indicators of Decision 766 for a unit or the province, and for the province those of each commune beside. */
export const serviceQualityView = z.object({
  period: reportPeriod,
  unit: z.object({ code: z.string(), name: bilingual, isProvince: z.boolean() }),
  asOf: instant,
  isRunning: z.boolean(),
  indicators: z.array(indicator),
  /** 5.1: each class of complaint and its share of all. */
  complaintClasses: z.array(
    z.object({ topic: z.enum(complaintTopics), label: bilingual, count: z.number(), rate: z.nullable(z.number()) }),
  ),
  meanTimes: z.array(
    z.object({
      procedure: z.string(),
      label: bilingual,
      resolved: z.number(),
      mean: z.number(),
      unit: z.enum(['working_day', 'working_minute', 'calendar_day', 'immediate']),
    }),
  ),
  levers: z.array(
    z.object({
      id: z.enum(['answer_again', 'close_in_time', 'attach_result', 'pay_online', 'scan_papers']),
      indicator: z.enum(indicatorIds),
      /** The first hundred of its dossiers; `count` says how many there are. */
      dossiers: z.array(z.string()),
      count: z.number(),
      words: bilingual,
      gainRate: z.number(),
      gainPoints: z.nullable(z.number()),
      isKeeping: z.boolean(),
    }),
  ),
  units: z.optional(
    z.array(
      z.object({
        unit: z.string(),
        label: bilingual,
        dossiers: z.number(),
        rates: z.array(z.object({ id: z.enum(indicatorIds), rate: z.nullable(z.number()) })),
      }),
    ),
  ),
})
export type ServiceQualityView = z.infer<typeof serviceQualityView>
