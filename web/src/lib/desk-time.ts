import { useMemo, useSyncExternalStore } from 'react'

/**
 * The desk's own time. An office PC's clock may be wrong, so the server's counts, as each of its answers tells it;
 * and a demonstration may run days ahead of both.
 */
let skewMs = 0
let aheadMs = 0
const listeners = new Set<() => void>()

/** What travels with an answer is whole seconds and some milliseconds old: only a larger difference is the PC's fault. */
const toleratedSkewMs = 5_000

export function setServerDate(date: Date) {
  const skew = date.getTime() - Date.now()
  skewMs = Math.abs(skew) > toleratedSkewMs ? skew : 0
}

/** How far the demonstration's clock stands ahead of the server's. */
export function setAhead(ms: number) {
  if (ms === aheadMs) return
  aheadMs = ms
  for (const listener of listeners) listener()
}

export const deskNow = (): Date => new Date(Date.now() + skewMs + aheadMs)

/** The desk's time, anew each minute: what is left on every row counts down by itself. */
export function useDeskNow(): Date {
  const minute = useSyncExternalStore(subscribe, currentMinute)

  return useMemo(() => new Date(minute * 60_000), [minute])
}

const currentMinute = () => Math.floor(deskNow().getTime() / 60_000)

function subscribe(listener: () => void) {
  listeners.add(listener)
  const timer = setInterval(listener, 5_000)

  return () => {
    listeners.delete(listener)
    clearInterval(timer)
  }
}
