import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/**
 * A choice of this person at this machine (colours, density), remembered in the browser and equal in all its tabs.
 * Where the browser forbids storage the choice lasts as long as the page.
 */
export function usePreference<T extends string>(name: string, values: readonly [T, ...T[]]) {
  const stored = useSyncExternalStore(subscribe, () => readPreference(name, values))
  const store = (value: T) => writePreference(name, value)

  return [stored, store] as const
}

export function readPreference<T extends string>(name: string, [fallback, ...others]: readonly [T, ...T[]]): T {
  const stored = unsaved.get(name) ?? storageOf(() => localStorage.getItem(`quay.${name}`))

  return others.find((value) => value === stored) ?? fallback
}

const unsaved = new Map<string, string>()

function writePreference(name: string, value: string) {
  unsaved.set(name, value)
  storageOf(() => localStorage.setItem(`quay.${name}`, value))
  for (const listener of listeners) listener()
}

/** `localStorage` throws where the browser forbids it; that is no reason to fail. */
function storageOf<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}

function subscribe(listener: () => void) {
  const onStorage = () => {
    unsaved.clear()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)

  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}
