import { queryOptions } from '@tanstack/react-query'
import { type DemoView, demoView } from '#shared/demo/schemas.ts'
import { setAhead } from './desk-time.ts'
import { Refused } from './http.ts'
import { read } from './read.ts'

/** What a demonstration offers, or null in production, where the server has no such thing. Sets the desk's time. */
export const demoOptions = queryOptions({
  queryKey: ['demo'],
  queryFn: async ({ signal }): Promise<DemoView | null> => {
    try {
      return keepTime(await read(demoView, '/api/demo', signal))
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 404) return null
      throw error
    }
  },
  staleTime: 60_000,
  refetchInterval: ({ state }) => (state.data ? 60_000 : false),
})

/** An officer's clock follows the demonstration's, whoever moved it. */
export function keepTime(demo: DemoView): DemoView {
  setAhead(demo.aheadMs)

  return demo
}
