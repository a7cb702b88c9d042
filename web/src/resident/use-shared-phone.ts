import { useEffect } from 'react'
import { isSharedPhone, leaveNothing } from './device-storage.ts'

/** A shared phone that nobody touches for this long forgets who used it, in milliseconds. */
export const idleMs = 10 * 60_000
const lastTouch = 'quay.cham-cuoi'

/**
 * On a shared phone: clears everything when nobody has touched it for `idleMs`, also when the tab slept or was closed
 * and opened again meanwhile; `onIdle` then leaves the page. What the server keeps stays there for its writer.
 */
export function useSharedPhone(onIdle: () => void) {
  useEffect(() => {
    if (!isSharedPhone()) return
    const touched = () => sessionStorage.setItem(lastTouch, String(Date.now()))
    const look = () => {
      const at = Number(sessionStorage.getItem(lastTouch))
      if (at === 0 || Date.now() - at < idleMs) return
      leaveNothing()
      onIdle()
    }
    look()
    touched()
    const timer = setInterval(look, 15_000)
    const events = ['pointerdown', 'keydown', 'input', 'scroll'] as const
    for (const event of events) window.addEventListener(event, touched, { passive: true })
    document.addEventListener('visibilitychange', look)

    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, touched)
      document.removeEventListener('visibilitychange', look)
    }
  }, [onIdle])
}
