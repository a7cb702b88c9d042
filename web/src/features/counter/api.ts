import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import * as z from 'zod/mini'
import { queueCounts, queueView } from '#shared/dossiers/queue-schemas.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { request } from '#web/src/lib/http.ts'
import { newKey } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import type { QueueViewEntry } from './queue-views.ts'

export interface QueueFilters {
  q?: string | undefined
  procedure?: string | undefined
  /** Another unit than one's own: only for those who are posted to the province. */
  unit?: string | undefined
}

const pollMs = 30_000
export const pageRows = 50

/** Everything that shows the desk's queues; one hint from the stream renews them all. */
export const deskKey = ['desk'] as const

export const queueOptions = (entry: QueueViewEntry, filters: QueueFilters) =>
  infiniteQueryOptions({
    queryKey: [...deskKey, 'queue', entry.slug, filters],
    queryFn: ({ pageParam, signal }) =>
      read(
        queueView,
        `/api/desk/queue${toQuery({
          view: entry.view,
          dueBefore: entry.due === 'overdue' ? thisMinute() : undefined,
          ...filters,
          cursor: pageParam,
          limit: pageRows,
        })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: pollMs,
    placeholderData: keepPreviousData,
  })

export const countsOptions = ({ unit, procedure }: Pick<QueueFilters, 'unit' | 'procedure'>) =>
  queryOptions({
    queryKey: [...deskKey, 'counts', unit, procedure],
    queryFn: ({ signal }) => read(queueCounts, `/api/desk/counts${toQuery({ unit, procedure })}`, signal),
    refetchInterval: pollMs,
  })

/** Whole minutes, so that an unchanged page keeps its address and its ETag for a while. */
const thisMinute = () => new Date(Math.floor(deskNow().getTime() / 60_000) * 60_000).toISOString()

const claimed = z.object({ code: z.string() })

/**
 * Takes the most urgent dossier that nobody holds; null when nothing is free.
 *
 * Every press is an intention of its own: who presses twice wants two dossiers.
 */
export function useClaimNext() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async () => {
      const body = await request<unknown>('POST', '/api/desk/next-claim', { idempotencyKey: newKey() })

      return body === undefined ? null : z.parse(claimed, body).code
    },
    onSuccess: () => client.invalidateQueries({ queryKey: deskKey }),
  })
}
