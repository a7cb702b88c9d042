import { useEffect, useRef, useState } from 'react'
import type { BoardView } from '#shared/tickets/schemas.ts'
import { openVoice, type Voice } from './voice.ts'

/** How long a new call flashes: twice, slower than three times a second. */
const flashMs = 4_000

/** Says and shows new calls. What was called before the board was opened is not called again. */
export function useAnnouncements(board: BoardView | undefined) {
  const voice = useRef<Voice>(undefined)
  const [hasVoice, setHasVoice] = useState(false)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const heard = useRef<Set<string>>(undefined)

  useEffect(() => {
    if (!board) return undefined
    const calls = board.atCounters.map((call) => ({ ...call, key: `${call.label} ${call.calls}` }))
    const isFirst = heard.current === undefined
    const known = heard.current ?? new Set<string>()
    const unheard = isFirst ? [] : calls.filter(({ key }) => !known.has(key))
    heard.current = new Set([...known, ...calls.map(({ key }) => key)])
    if (unheard.length === 0) return undefined
    // The board shows the latest call first; they are spoken in the order in which they came.
    for (const { label, counter } of [...unheard].reverse()) voice.current?.call(label, counter)
    setFresh(new Set(unheard.map(({ label }) => label)))

    return undefined
  }, [board])

  useEffect(() => {
    if (fresh.size === 0) return undefined
    const timer = setTimeout(() => setFresh(new Set()), flashMs)

    return () => clearTimeout(timer)
  }, [fresh])

  return {
    fresh,
    hasVoice,
    enableVoice: () =>
      void openVoice().then((opened) => {
        voice.current = opened
        setHasVoice(true)
      }),
  }
}
