import type { Wakeups } from '../platform/wakeups.ts'

/** A unit's queue is at most a few pages in a few views; together about ten megabytes. */
const most = 500

/** Gives a page that was built since the unit's desk last changed, or builds it; who asks at the same time waits for the same. */
export type KeptPages = (unit: string, name: string, build: () => Promise<string>) => Promise<string>

/**
 * Keeps what was last built for each page of each unit's queue, for as long as the unit's version stands: by the same
 * rule by which a browser is told that its page is unchanged (304). Ten officers whose screens hear of one change ask
 * for one page and not for ten. Where nobody can say whether a desk changed, nothing is kept.
 */
export function keepPages(wake: Pick<Wakeups, 'versionOf'>): KeptPages {
  const kept = new Map<string, { version: string; page: Promise<string> }>()

  return (unit, name, build) => {
    const version = wake.versionOf(unit)
    if (version === undefined) return build()
    const key = `${unit} ${name}`
    const known = kept.get(key)
    // Taken out and put in again: a map keeps its order, so the first is the one that was not asked for the longest.
    kept.delete(key)
    const entry = known?.version === version ? known : { version, page: build() }
    kept.set(key, entry)
    entry.page.catch(() => {
      if (kept.get(key) === entry) kept.delete(key)
    })
    if (kept.size > most) kept.delete(kept.keys().next().value ?? '')

    return entry.page
  }
}
