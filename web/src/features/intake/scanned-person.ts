import { useSyncExternalStore } from 'react'
import type { ScannedCard } from '#shared/identity-card/read-scanned-card.ts'

/** Who was under the scanner last; the same card held there twice is a new beginning. */
export interface ScannedPerson {
  /** Absent after the page was emptied. */
  card?: ScannedCard
  /** Grows with each, so that the page can tell them apart. */
  count: number
}

let latest: ScannedPerson | undefined
const listeners = new Set<() => void>()

/** Puts a scanned card before the intake page. In memory alone: neither the address nor the history may name a person. */
export function showScanned(card: ScannedCard) {
  latest = { card, count: (latest?.count ?? 0) + 1 }
  for (const listener of listeners) listener()
}

/** Who was scanned last, until the person was handed to the form or the page emptied. */
export const useScanned = () => useSyncExternalStore(subscribe, () => latest)

/** The page begins anew, with nobody. */
export function forgetScanned() {
  latest = { count: (latest?.count ?? 0) + 1 }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)

  return () => {
    listeners.delete(listener)
  }
}
