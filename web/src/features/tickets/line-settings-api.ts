import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type LineSettingsInput, lineSettingsListView } from '#shared/tickets/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'

export const lineSettingsOptions = queryOptions({
  queryKey: ['desk', 'tickets', 'settings'],
  queryFn: ({ signal }) => read(lineSettingsListView, '/api/desk/line-settings', signal),
})

/** Says how the counters work from a day on. The same said twice is one entry, so it may be sent again. */
export function useSetLine() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (input: LineSettingsInput) => request('POST', '/api/desk/line-settings', { body: input }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['desk', 'tickets'] }),
  })
}
