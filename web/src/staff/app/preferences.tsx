import { useEffect } from 'react'
import { readPreference, usePreference } from '#web/src/lib/preference.ts'
import { Icon } from '#web/src/ui/icons.tsx'

const themes = () =>
  matchMedia('(prefers-color-scheme: dark)').matches ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
const densities = ['normal', 'compact'] as const

/** Before anything is drawn, so that a dark office sees no white flash. */
export function applyPreferences() {
  const { dataset } = document.documentElement
  dataset.theme = readPreference('theme', themes())
  dataset.density = readPreference('density', densities)
}

/** Colours and density, remembered at this machine. */
export function Preferences() {
  const [theme, setTheme] = usePreference<'light' | 'dark'>('theme', themes())
  const [density, setDensity] = usePreference('density', densities)
  useEffect(applyPreferences)

  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-pressed={density === 'compact'}
        title="Dòng khít hơn"
        onClick={() => setDensity(density === 'compact' ? 'normal' : 'compact')}
      >
        <Icon name="rows" />
        <span className="unseen">Hiển thị khít</span>
      </button>
      <button
        type="button"
        className="quiet"
        aria-pressed={theme === 'dark'}
        title="Nền tối"
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        <span className="unseen">Nền tối</span>
      </button>
    </>
  )
}
