import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { WarningKind } from '#shared/dossiers/events.ts'
import { type WarningMark, warningCounts, warningsView } from '#shared/warnings/schemas.ts'
import { cursorPages } from '#web/src/lib/cursor-pages.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'

/** Under the desk's own key: what changes a queue may change its warnings, and one hint renews both. */
const warningsKey = ['desk', 'warnings'] as const
const pollMs = 30_000

export interface WarningFilters {
  kind?: WarningKind | undefined
  unit?: string | undefined
}

export const warningsOptions = (filters: WarningFilters) => ({
  ...cursorPages([...warningsKey, 'list'], warningsView, '/api/warnings', { ...filters }),
  refetchInterval: pollMs,
  placeholderData: keepPreviousData,
})

export const warningCountsOptions = queryOptions({
  queryKey: [...warningsKey, 'counts'],
  queryFn: ({ signal }) => read(warningCounts, '/api/warnings/counts', signal),
  refetchInterval: pollMs,
})

/** Marks one warning; the same mark again changes nothing, so it needs no key. */
export function useMark() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: ({ id, mark }: { id: string; mark: WarningMark }) =>
      request<undefined>('PUT', `/api/warnings/${id}/marks/${mark}`),
    onSettled: () => client.invalidateQueries({ queryKey: warningsKey }),
  })
}
