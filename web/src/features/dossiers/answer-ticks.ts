import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ticksView } from '#shared/counter/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'

const none: ReadonlySet<string> = new Set()

const ticksOptions = (code: string) =>
  queryOptions({
    queryKey: ['dossier', code, 'ticks'],
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> =>
      new Set((await read(ticksView, `/api/desk/dossiers/${encodeURIComponent(code)}/ticks`, signal)).paths),
    staleTime: 60_000,
  })

export interface Ticks {
  paths: ReadonlySet<string>
  toggle: (path: string) => void
}

/** Which answers this officer has compared with the papers: shown at once, kept on the server as a whole. */
export function useTicks(code: string): Ticks {
  const client = useQueryClient()
  const { queryKey } = ticksOptions(code)
  const { data: paths = none } = useQuery(ticksOptions(code))
  const keep = useMutation({
    scope: { id: `ticks ${code}` },
    mutationFn: (next: ReadonlySet<string>) =>
      request('PUT', `/api/desk/dossiers/${encodeURIComponent(code)}/ticks`, { body: { paths: [...next] } }),
    onError: () => client.invalidateQueries({ queryKey }),
  })

  return {
    paths,
    toggle(path) {
      const next = new Set(client.getQueryData(queryKey) ?? none)
      if (!next.delete(path)) next.add(path)
      client.setQueryData(queryKey, next)
      keep.mutate(next)
    },
  }
}
