import { usePreference } from '#web/src/lib/preference.ts'

/** As many as a unit's settings allow. */
const mostCounters = 30
const values: [string, ...string[]] = ['', ...Array.from({ length: mostCounters }, (_, i) => String(i + 1))]

/** The counter at which this machine stands, remembered in its browser; undefined until somebody chooses. */
export function useCounter(): [counter: number | undefined, choose: (counter: number | undefined) => void] {
  const [stored, store] = usePreference('counter', values)

  return [stored === '' ? undefined : Number(stored), (counter) => store(counter ? String(counter) : '')]
}
