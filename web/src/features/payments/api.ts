import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { reconciliationView, type SettleEntryInput } from '#shared/payments/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'

const key = ['desk', 'payments'] as const
const pollMs = 60_000

export const reconciliationOptions = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => read(reconciliationView, '/api/payments/reconciliation', signal),
  refetchInterval: pollMs,
})

/** Closes a transfer; closed by somebody else meanwhile it is refused and the list is read anew. */
export function useSettle() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: SettleEntryInput }) =>
      request<undefined>('PUT', `/api/payments/entries/${id}/settlement`, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
