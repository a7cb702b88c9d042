import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type IndicatorId, indicatorIds } from '#shared/reports/service-quality-indicators.ts'
import {
  indicatorParts,
  serviceQualityDossiersView,
  serviceQualityView,
} from '#shared/reports/service-quality-schemas.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'

const unit = z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/)))
const period = z.optional(z.string().check(z.maxLength(24)))

export const qualityFilters = z.strictObject({ unit, period })
export const indicatorFilters = z.strictObject({
  unit,
  period,
  indicator: z.optional(z.enum(indicatorIds)),
  part: z.optional(z.enum(indicatorParts)),
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

export const indicatorOptions = (filters: Filters & { indicator: IndicatorId; part: IndicatorPart }) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'quality', 'dossiers', filters],
    queryFn: ({ pageParam, signal }) =>
      read(
        serviceQualityDossiersView,
        `/api/reports/service-quality/dossiers${toQuery({ ...filters, cursor: pageParam })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: freshMs,
  })

export const qualityAddress = (filters: Filters) => `/can-bo/bao-cao/766${toQuery({ ...filters })}`

export const indicatorAddress = (filters: Filters & { indicator: IndicatorId; part: IndicatorPart }) =>
  `/can-bo/bao-cao/766/ho-so${toQuery({ ...filters })}`
