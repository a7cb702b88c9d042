import { unitKey } from '#shared/reports/sla-units.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { unitLabel } from './sla-labels.ts'

type Reference = Deps['reference']

/** The commune that had a code on a day: many codes of today were other places before (db/reference/README.md). */
export function unitNameOn(reference: Reference, code: string, day: string): UnitName {
  const directory = reference.directory()
  const edition = directory.editionAt(day)
  const then = edition === directory.newest ? undefined : directory.find({ edition, code })

  return then ?? reference.unitName(code)
}

/** The same as a title; one of then has its district beside it, for its name alone may be another's today. */
export const unitLabelOn = (reference: Reference, code: string, day: string): Bilingual =>
  unitLabel(reference, unitKey({ edition: reference.directory().editionAt(day), code }))
