import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { failedMessagesView } from '#shared/messages/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'

const key = ['desk', 'failed-messages'] as const
const pollMs = 60_000

/** Residents to be called, because no message reached them. */
export const callsOptions = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => read(failedMessagesView, '/api/desk/failed-messages', signal),
  refetchInterval: pollMs,
})

export function useRecordCall() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      request('PUT', `/api/desk/failed-messages/${id}/call`, { body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
