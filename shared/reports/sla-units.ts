import type { UnitDirectory } from '../units/directory.ts'
import type { Edition, UnitRef } from '../units/types.ts'

/** A commune as the rollups name it: by its code and the list that the code belongs to. */
export const unitKey = ({ edition, code }: UnitRef): string => `${edition}/${code}`

export function readUnitKey(key: string): UnitRef {
  const [edition = '', code = ''] = key.split('/')

  return { edition: edition as Edition, code }
}

/**
 * The commune under which statistics of today show a commune of then: its successor where there is one. A commune that
 * was divided has no single one and stays under its own name, so that no number is given to a place by guess.
 */
export function unitOfNow(directory: UnitDirectory, ref: UnitRef): UnitRef {
  const [only, ...others] = directory.today(ref)

  return only && others.length === 0 ? { edition: only.unit.edition, code: only.unit.code } : ref
}

/**
 * Every commune of every list that somebody posted to these communes of today may see figures of: themselves, and
 * those that went into them and nowhere else.
 */
export function unitsWithin(directory: UnitDirectory, codes: readonly string[]): UnitRef[] {
  const own = codes.map((code): UnitRef => ({ edition: directory.newest, code }))
  const former = directory.units.filter((unit) => {
    if (unit.edition === directory.newest) return false
    const successors = directory.today(unit)

    return successors.length > 0 && successors.every((successor) => codes.includes(successor.unit.code))
  })

  return [...own, ...former.map(({ edition, code }) => ({ edition, code }))]
}
