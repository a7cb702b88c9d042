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
  /** Ticks the first of these that is not ticked yet; gives the one that follows it. */
  tickFirst: (paths: readonly string[]) => Promise<string | undefined>
}

/**
 * Which answers this officer has compared with the papers: shown at once, kept on the server as a whole. Not asked for
 * before `isWanted`; a tick that comes earlier asks by itself.
 */
export function useTicks(code: string, isWanted: boolean): Ticks {
  const client = useQueryClient()
  const options = ticksOptions(code)
  const { data: paths = none } = useQuery({ ...options, enabled: isWanted })
  const keep = useMutation({
    scope: { id: `ticks ${code}` },
    mutationFn: (next: ReadonlySet<string>) =>
      request('PUT', `/api/desk/dossiers/${encodeURIComponent(code)}/ticks`, { body: { paths: [...next] } }),
    onError: () => client.invalidateQueries({ queryKey: options.queryKey }),
  })
  // By what is kept and not by what is drawn: keys come faster than the page, and the first before it was read.
  const change = async (decide: (ticked: ReadonlySet<string>) => ReadonlySet<string>) => {
    // What could not be read must not be written over.
    if (!(await client.ensureQueryData(options).catch(() => undefined))) return
    const ticked = client.getQueryData(options.queryKey) ?? none
    const next = decide(ticked)
    if (next === ticked) return
    client.setQueryData(options.queryKey, next)
    keep.mutate(next)
  }

  return {
    paths,
    toggle: (path) =>
      void change(
        (ticked) => new Set(ticked.has(path) ? [...ticked].filter((each) => each !== path) : [...ticked, path]),
      ),
    async tickFirst(order) {
      let following: string | undefined
      await change((ticked) => {
        const [first, next] = order.filter((path) => !ticked.has(path))
        following = next

        return first === undefined ? ticked : new Set([...ticked, first])
      })

      return following
    },
  }
}
