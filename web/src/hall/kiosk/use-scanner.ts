import { useEffect, useRef } from 'react'

/** A scanner types as a keyboard does, faster than any hand: a pause this long begins anew. */
const pauseMs = 300
const shortest = 6

/** Hears what a scanner types, wherever the focus is, up to its Enter. */
export function useScanner(onScan: (text: string) => void) {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    let typed = ''
    let lastAt = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.timeStamp - lastAt > pauseMs) typed = ''
      lastAt = event.timeStamp
      if (event.key.length === 1) typed += event.key
      if (event.key !== 'Enter') return
      const text = typed
      typed = ''
      if (text.length < shortest) return
      event.preventDefault()
      latest.current(text)
    }
    window.addEventListener('keydown', onKeyDown, true)

    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
