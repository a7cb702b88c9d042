import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import {
  archiveView,
  type DisposalView,
  disposalsView,
  disposalView,
  type RecordInput,
  type RecordView,
  recordView,
} from '#shared/archive/schemas.ts'
import { cursorPages } from '#web/src/lib/cursor-pages.ts'
import { request } from '#web/src/lib/http.ts'
import { intention } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'

const archiveKey = ['archive'] as const

export interface ArchiveFilters {
  q?: string | undefined
  year?: string | undefined
  kind?: string | undefined
  expired?: string | undefined
}

export const archiveOptions = (filters: ArchiveFilters) => ({
  ...cursorPages([...archiveKey, 'shelf'], archiveView, '/api/archive', { ...filters }),
  placeholderData: keepPreviousData,
})

export const recordOptions = (id: string) =>
  queryOptions({
    queryKey: [...archiveKey, 'record', id],
    queryFn: ({ signal }) => read(recordView, `/api/archive/records/${id}`, signal),
  })

export const disposalsOptions = queryOptions({
  queryKey: [...archiveKey, 'disposals'],
  queryFn: ({ signal }) => read(disposalsView, '/api/archive/disposals', signal),
})

export function useAddRecord() {
  const client = useQueryClient()
  const [keyFor] = useState(intention)

  return useMutation({
    mutationFn: async (body: RecordInput): Promise<RecordView> =>
      z.parse(recordView, await request('POST', '/api/archive/records', { body, idempotencyKey: keyFor(body) })),
    onSuccess: () => client.invalidateQueries({ queryKey: archiveKey }),
  })
}

/** Sends the scans one after the other; stops at the first that is refused, with the others still to choose. */
export function useAddScans(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (files: readonly File[]): Promise<void> => {
      for (const file of files) {
        const body = new FormData()
        body.append('file', file)
        await request('POST', `/api/archive/records/${id}/files`, { body })
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: archiveKey }),
  })
}

export function useProposeDisposal() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (body: { codes: string[]; reason: string }): Promise<DisposalView> =>
      z.parse(disposalView, await request('POST', '/api/archive/disposals', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: archiveKey }),
  })
}

export function useDecideDisposal(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: { outcome: 'confirm' } | { outcome: 'reject'; note: string }) =>
      request('PUT', `/api/archive/disposals/${id}/decision`, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: archiveKey }),
  })
}
