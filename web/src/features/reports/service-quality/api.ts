import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { complaintTopics } from '#shared/complaints/schemas.ts'
import {
  complaintIndicatorIds,
  countsComplaints,
  type DossierIndicatorId,
  dossierIndicatorIds,
  type IndicatorId,
} from '#shared/reports/service-quality-indicators.ts'
import {
  indicatorParts,
  type ServiceQualityComplaintsQuery,
  serviceQualityComplaintsView,
  serviceQualityDossiersView,
  serviceQualityView,
} from '#shared/reports/service-quality-schemas.ts'
import { cursorPages } from '#web/src/lib/cursor-pages.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'

const unit = z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/)))
const period = z.optional(z.string().check(z.maxLength(24)))

export const qualityFilters = z.strictObject({ unit, period })
export const indicatorFilters = z.strictObject({
  unit,
  period,
  indicator: z.optional(z.enum(dossierIndicatorIds)),
  part: z.optional(z.enum(indicatorParts)),
})
export const complaintFilters = z.strictObject({
  unit,
  period,
  indicator: z.optional(z.enum(['5.1', ...complaintIndicatorIds])),
  part: z.optional(z.enum(indicatorParts)),
  topic: z.optional(z.enum(complaintTopics)),
})

export type IndicatorPart = (typeof indicatorParts)[number]
interface Filters {
  period: string
  unit?: string | undefined
}

const freshMs = 60_000

export const qualityOptions = (filters: Filters) =>
  queryOptions({
    queryKey: ['reports', 'quality', filters],
    queryFn: ({ signal }) => read(serviceQualityView, `/api/reports/service-quality${toQuery({ ...filters })}`, signal),
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  })

export const indicatorOptions = (filters: Filters & { indicator: DossierIndicatorId; part: IndicatorPart }) => ({
  ...cursorPages(
    ['reports', 'quality', 'dossiers'],
    serviceQualityDossiersView,
    '/api/reports/service-quality/dossiers',
    { ...filters },
  ),
  staleTime: freshMs,
})

type ComplaintsAsked = Filters & Pick<ServiceQualityComplaintsQuery, 'indicator' | 'part' | 'topic'>

export const complaintsBehindOptions = (filters: ComplaintsAsked) => ({
  ...cursorPages(
    ['reports', 'quality', 'complaints'],
    serviceQualityComplaintsView,
    '/api/reports/service-quality/complaints',
    { ...filters },
  ),
  staleTime: freshMs,
})

export const qualityAddress = (filters: Filters) => `/can-bo/bao-cao/766${toQuery({ ...filters })}`

export const indicatorAddress = (filters: Filters & { indicator: IndicatorId; part: IndicatorPart }) =>
  `/can-bo/bao-cao/766/${countsComplaints(filters.indicator) ? 'phan-anh' : 'ho-so'}${toQuery({ ...filters })}`

export const complaintsAddress = (filters: ComplaintsAsked) => `/can-bo/bao-cao/766/phan-anh${toQuery({ ...filters })}`
