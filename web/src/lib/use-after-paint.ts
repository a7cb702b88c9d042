import { useEffect, useState } from 'react'

/**
 * False until what a component `isDrawn` with is on the screen: for what may come a moment later, so that whoever pressed a
 * key sees the answer first.
 */
export function useAfterPaint(isDrawn: boolean): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    if (!isDrawn) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    // A frame's callback still comes before its paint; a task of its own comes after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setIsPainted(true))
    })

    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isDrawn])

  return isPainted
}
