import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { type BoardView, boardView } from '#shared/tickets/schemas.ts'
import { request } from '#web/src/lib/http.ts'

/** Hints come at once; whatever they miss is found by asking. */
const pollMs = 5_000

/** The board of a unit, always fresh; `isStale` when the desk does not answer and what is shown may be old. */
export function useBoard(unit: string): { board: BoardView | undefined; isStale: boolean } {
  const [board, setBoard] = useState<BoardView>()
  const [isStale, setIsStale] = useState(false)

  useEffect(() => {
    const look = () =>
      request('GET', `/api/units/${unit}/board`).then(
        (body) => {
          setBoard(z.parse(boardView, body))
          setIsStale(false)
        },
        () => setIsStale(true),
      )
    void look()
    const timer = setInterval(look, pollMs)
    const stream = new EventSource(`/api/units/${unit}/board/stream`)
    stream.addEventListener('board', look)

    return () => {
      clearInterval(timer)
      stream.close()
    }
  }, [unit])

  return { board, isStale }
}
