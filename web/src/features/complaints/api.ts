import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ComplaintStepInput, complaintsView } from '#shared/complaints/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'

const key = ['desk', 'complaints'] as const
const pollMs = 60_000

export const complaintsOptions = (show: 'open' | 'closed') =>
  queryOptions({
    queryKey: [...key, show],
    queryFn: ({ signal }) => read(complaintsView, `/api/complaints?show=${show}`, signal),
    refetchInterval: pollMs,
  })

export function useComplaintStep() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: ComplaintStepInput }) =>
      request<undefined>('POST', `/api/complaints/${id}/steps`, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
