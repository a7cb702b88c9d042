import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { type ExportOrder, type ExportView, exportListView, exportView } from '#shared/reports/exports-schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { newKey } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'

const key = ['exports'] as const
const watchMs = 1_000

export const isInTheMaking = ({ state }: Pick<ExportView, 'state'>) => state === 'waiting' || state === 'running'

/** What one has asked for; looked at every second while something is in the making. */
export const exportsOptions = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => read(exportListView, '/api/exports', signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isInTheMaking) ? watchMs : false),
})

export function useOrder() {
  const client = useQueryClient()
  // One press is one order; pressing again later is another, also for the same list.
  const [keys] = useState(() => new Map<ExportOrder, string>())

  return useMutation({
    mutationFn: async (order: ExportOrder) => {
      const idempotencyKey = keys.get(order) ?? newKey()
      keys.set(order, idempotencyKey)

      return z.parse(exportView, await request('POST', '/api/exports', { body: order, idempotencyKey }))
    },
    onSuccess: (_view, order) => {
      keys.delete(order)
      void client.invalidateQueries({ queryKey: key })
    },
  })
}

export function useCancel() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) => request('DELETE', `/api/exports/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
