import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { channels } from '#shared/dossiers/events.ts'
import { localDay } from '#shared/http/instant.ts'
import {
  type SlaGrouping,
  type SlaMeasure,
  slaDossiersView,
  slaMeasures,
  slaView,
  unitViews,
} from '#shared/reports/schemas.ts'
import { editions } from '#shared/units/types.ts'
import { cursorPages } from '#web/src/lib/cursor-pages.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'

/** What the page's address may hold: the report's own filters. */
export const reportFilters = z.strictObject({
  from: z.optional(localDay),
  to: z.optional(localDay),
  unit: z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/))),
  edition: z.optional(z.enum(editions)),
  units: z.optional(z.enum(unitViews)),
  procedure: z.optional(z.enum(procedureCodes)),
  channel: z.optional(z.enum(channels)),
})
export type ReportFilters = z.infer<typeof reportFilters>

export const drillFilters = z.extend(reportFilters, {
  measure: z.optional(z.enum(slaMeasures)),
  officer: z.optional(z.union([z.uuid(), z.literal('none')])),
})
export type DrillFilters = Omit<z.infer<typeof drillFilters>, 'measure'>

const freshMs = 60_000

export const slaOptions = (filters: ReportFilters, by: SlaGrouping) =>
  queryOptions({
    queryKey: ['reports', 'sla', by, filters],
    queryFn: ({ signal }) => read(slaView, `/api/reports/sla${toQuery({ ...filters, by })}`, signal),
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  })

export const slaDossiersOptions = (filters: DrillFilters, measure: SlaMeasure) => ({
  ...cursorPages(['reports', 'dossiers'], slaDossiersView, '/api/reports/sla/dossiers', { ...filters, measure }),
  staleTime: freshMs,
})

export const excelAddress = (filters: ReportFilters, by: SlaGrouping) =>
  `/api/reports/sla.xlsx${toQuery({ ...filters, by })}`

/** The page that lists the dossiers behind a number. */
export const drillAddress = (filters: ReportFilters, measure: SlaMeasure) =>
  `/can-bo/bao-cao/ho-so${toQuery({ ...filters, measure })}`

/** The report narrowed to what a row stands for, by the row's own link. */
export function narrowedAddress(href: string): string {
  const [, query = ''] = href.split('?')

  return `/can-bo/bao-cao?${query}`
}

/** The same for one row of a table: the server says which dossiers the row is made of. */
export function rowAddress(href: string, measure: SlaMeasure): string {
  const [, query = ''] = href.split('?')
  const params = new URLSearchParams(query)
  params.set('measure', measure)

  return `/can-bo/bao-cao/ho-so?${params}`
}
