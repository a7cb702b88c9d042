import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { presenceView } from '#shared/counter/schemas.ts'
import { request } from '#web/src/lib/http.ts'

const everyMs = 15_000
const nobody: ReadonlyMap<string, readonly string[]> = new Map()

/** Says which dossier is on screen here and hears which the colleagues have on theirs: code, and names. */
export function usePresence(code: string | undefined): ReadonlyMap<string, readonly string[]> {
  const { data } = useQuery({
    queryKey: ['presence', code],
    queryFn: async () => {
      const { items } = z.parse(
        presenceView,
        await request('PUT', '/api/desk/presence', { body: { code: code ?? null } }),
      )

      return new Map(items.map(({ code: each, names }) => [each, names]))
    },
    refetchInterval: everyMs,
    staleTime: 0,
    placeholderData: (before) => before,
  })

  return data ?? nobody
}
