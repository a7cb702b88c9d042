import { useEffect, useRef } from 'react'

/** Calls back when nobody touched the screen for a while, so that the next person finds the first page. */
export function useIdle(ms: number, isActive: boolean, onIdle: () => void) {
  const latest = useRef(onIdle)
  useEffect(() => {
    latest.current = onIdle
  })
  useEffect(() => {
    if (!isActive) return undefined
    let timer = setTimeout(() => latest.current(), ms)
    const restart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), ms)
    }
    window.addEventListener('pointerdown', restart)
    window.addEventListener('keydown', restart)

    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', restart)
      window.removeEventListener('keydown', restart)
    }
  }, [ms, isActive])
}
