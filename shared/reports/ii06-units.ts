import { localDayOf } from '../text/format.ts'
import type { UnitDirectory } from '../units/directory.ts'

/**
 * Who carries on, on `day`, the work of the unit that had `code` at `heldAt`: itself, or the unit it went into.
 *
 * A merger is not a transfer (CLOCK rule 7.2): the successor's first report carries over what its predecessors left
 * open. A unit that was divided hands nothing on by itself; its dossiers stay under its old code until moved.
 */
export function unitCarryingOn(directory: UnitDirectory, code: string, heldAt: Date, day: string): string {
  const then = directory.editionAt(localDayOf(heldAt))
  const edition = directory.editionAt(day)
  if (then === edition) return code
  const [only, ...others] = directory.trace({ edition: then, code }, edition)

  return only && others.length === 0 && only.share === 'whole' ? only.unit.code : code
}

/** Every code under which a unit's dossiers may stand in the log: its own and those of the units it continues. */
export function codesCarriedBy(directory: UnitDirectory, code: string, day: string): string[] {
  const edition = directory.editionAt(day)
  const before = directory.units.filter((unit) => {
    if (unit.edition === edition) return false
    const [only, ...others] = directory.trace(unit, edition)

    return only?.unit.code === code && others.length === 0 && only.share === 'whole'
  })

  return [...new Set([code, ...before.map((unit) => unit.code)])]
}
