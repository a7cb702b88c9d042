import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { type Ii06Column, ii06Columns } from '#shared/reports/ii06.ts'
import { ii06DossiersView, ii06View, type SealView, sealListView, sealView } from '#shared/reports/ii06-schemas.ts'
import { cursorPages } from '#web/src/lib/cursor-pages.ts'
import { request } from '#web/src/lib/http.ts'
import { intention } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'

const unit = z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/)))
const period = z.optional(z.string().check(z.maxLength(24)))

/** What the addresses of these pages may hold. */
export const periodsFilters = z.strictObject({ unit, year: z.optional(z.string().check(z.regex(/^\d{4}$/))) })
export const formFilters = z.strictObject({ unit, period })
export const cellFilters = z.strictObject({
  unit,
  period,
  procedure: z.optional(z.string().check(z.maxLength(20))),
  cell: z.optional(z.enum(ii06Columns)),
})

export interface FormFilters {
  period: string
  unit?: string | undefined
}

const freshMs = 60_000
const key = ['reports', 'ii06'] as const

export const ii06Options = (filters: FormFilters) =>
  queryOptions({
    queryKey: [...key, 'form', filters],
    queryFn: ({ signal }) => read(ii06View, `/api/reports/ii06${toQuery({ ...filters })}`, signal),
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  })

export const cellOptions = (filters: FormFilters & { cell: Ii06Column; procedure?: string | undefined }) => ({
  ...cursorPages([...key, 'cell'], ii06DossiersView, '/api/reports/ii06/dossiers', { ...filters }),
  staleTime: freshMs,
})

export const sealsOptions = (filters: { unit?: string | undefined; year: string }) =>
  queryOptions({
    queryKey: [...key, 'seals', filters],
    queryFn: ({ signal }) => read(sealListView, `/api/reports/seals${toQuery(filters)}`, signal),
    staleTime: freshMs,
  })

export const sealOptions = (id: string) =>
  queryOptions({
    queryKey: [...key, 'seal', id],
    queryFn: ({ signal }) => read(sealView, `/api/reports/seals/${id}`, signal),
    staleTime: freshMs,
  })

/** Seals; the same period twice is one intention, and a lost answer is not a second seal. */
export function useSeal() {
  const client = useQueryClient()
  const [keyOf] = useState(intention)

  return useMutation({
    mutationFn: async (body: FormFilters): Promise<SealView> =>
      z.parse(
        sealView,
        await request('POST', '/api/reports/ii06/seals', { body: { ...body }, idempotencyKey: keyOf(body) }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useCorrect(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async () => z.parse(sealView, await request('POST', `/api/reports/seals/${id}/corrections`)),
    onSuccess: (view) => {
      client.setQueryData(sealOptions(id).queryKey, view)
      void client.invalidateQueries({ queryKey: [...key, 'form'] })
    },
  })
}

export const formAddress = (filters: FormFilters) => `/can-bo/bao-cao/ii06/bieu${toQuery({ ...filters })}`

export const cellAddress = (filters: FormFilters & { cell: Ii06Column; procedure?: string }) =>
  `/can-bo/bao-cao/ii06/ho-so${toQuery({ ...filters })}`

export const fileAddress = (filters: FormFilters, extension: 'xlsx' | 'pdf') =>
  `/api/reports/ii06.${extension}${toQuery({ ...filters })}`
