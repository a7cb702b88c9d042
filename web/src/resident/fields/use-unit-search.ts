import { useEffect, useState } from 'react'
import { type UnitSearchItem, unitSearchView } from '#shared/units/schemas.ts'
import { Offline, request } from '#web/src/lib/http.ts'

interface Found {
  state: 'idle' | 'searching' | 'found' | 'offline'
  items: readonly UnitSearchItem[]
}

/** Long enough for a finger to go on typing, in milliseconds. */
const waitMs = 150

/** Communes by what is typed; the last list stays until the next one is there. Tries again when the network is back. */
export function useUnitSearch(query: string): Found {
  const [found, setFound] = useState<Found>({ state: 'idle', items: [] })
  const [attempt, setAttempt] = useState(0)
  const wanted = query.trim()

  useEffect(() => {
    const again = () => setAttempt((count) => count + 1)
    window.addEventListener('online', again)

    return () => window.removeEventListener('online', again)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again for the same words.
  useEffect(() => {
    if (wanted === '') return setFound({ state: 'idle', items: [] })
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      setFound(({ items }) => ({ state: 'searching', items }))
      try {
        const answer = await request('GET', `/api/units?limit=20&q=${encodeURIComponent(wanted)}`, {
          signal: abort.signal,
        })
        setFound({ state: 'found', items: unitSearchView.parse(answer).items })
      } catch (error) {
        if (abort.signal.aborted) return
        setFound({ state: error instanceof Offline ? 'offline' : 'found', items: [] })
      }
    }, waitMs)

    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted, attempt])

  return found
}
