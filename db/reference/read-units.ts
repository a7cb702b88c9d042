import { readFileSync } from 'node:fs'
import { dividedUnits } from '#shared/units/divided-units.ts'
import { knownEditions } from '#shared/units/editions.ts'
import type { UnitFacts } from '#shared/units/types.ts'
import { parseSuccessors, parseUnits } from '#shared/units/units-csv.ts'

/** The communes of Hà Tĩnh as this folder and `shared/units` have them: for the first import into the tables of units. */
export function readUnitFacts(): UnitFacts {
  return {
    editions: knownEditions,
    units: parseUnits(textOf('units.csv')),
    successors: parseSuccessors(textOf('successors.csv')),
    divided: dividedUnits,
  }
}

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
