import { sayIn } from '#shared/i18n/say.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { PageContext } from './shell.tsx'

/** How units are called, for the scripts that judge papers on the device and may have no network to ask by. */
export function UnitNames({ units, context }: { units: readonly UnitName[]; context: PageContext }) {
  const say = sayIn(context.language)

  return (
    <datalist id="don-vi">
      {units.map((unit) => (
        <option key={unit.code} value={unit.code} label={say(policeOf(unit))} />
      ))}
    </datalist>
  )
}
