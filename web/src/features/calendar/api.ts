import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import {
  type CalendarChangeInput,
  type CalendarYearInput,
  calendarChangesView,
  calendarChangeView,
  calendarPreviewView,
  calendarView,
} from '#shared/calendar/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { intention } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'

/** How often the page asks how far the moving of dates has come. */
const progressMs = 1_000

export const calendarOptions = (year: number, unit: string | undefined) =>
  queryOptions({
    queryKey: ['calendar', year, unit],
    queryFn: ({ signal }) => read(calendarView, `/api/calendar${toQuery({ year, unit })}`, signal),
  })

/** The last changes; asked again every second while one of them is still being carried out. */
export const changesOptions = queryOptions({
  queryKey: ['calendar', 'changes'],
  queryFn: ({ signal }) => read(calendarChangesView, '/api/calendar/changes', signal),
  refetchInterval: ({ state }) => (state.data?.items.some(({ doneAt }) => !doneAt) ? progressMs : false),
})

export const usePreview = () =>
  useMutation({
    mutationFn: async (change: CalendarChangeInput) =>
      z.parse(calendarPreviewView, await request('POST', '/api/calendar/previews', { body: change })),
  })

/** Saves what was previewed; pressing again after a lost answer is the same change. */
export function useSaveChange() {
  const client = useQueryClient()
  const [keyOf] = useState(intention)

  return useMutation({
    mutationFn: async (change: CalendarChangeInput) =>
      z.parse(
        calendarChangeView,
        await request('POST', '/api/calendar/entries', { body: change, idempotencyKey: keyOf(change) }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendar'] }),
  })
}

export function useMarkYear(year: number) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (mark: CalendarYearInput) => request('PUT', `/api/calendar/years/${year}`, { body: mark }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendar'] }),
  })
}
