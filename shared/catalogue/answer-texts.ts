import type { Bilingual } from '../text/bilingual.ts'
import { formatIdentity, formatIsoDay } from '../text/format.ts'
import { readAddress } from '../units/address.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { unitTitle, unitTitleOfPast } from '../units/unit-names.ts'
import { asAnswers, asText } from './answers.ts'
import { findRelationship } from './relationships.ts'
import type { Field } from './types.ts'

/** How one answer reads to a person; `undefined` when there is none, or none that this question can have. */
export function answerText(field: Field, value: unknown, directory?: UnitDirectory): Bilingual | undefined {
  switch (field.kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? (value ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' }) : undefined
    case 'choice':
      return field.options.find((option) => option.value === value)?.label
    case 'relationship':
      return findRelationship(asText(value) ?? '')?.label
    case 'date':
      return same(asText(value) && formatIsoDay(asText(value) ?? ''))
    case 'identity':
      return same(asText(value) && formatIdentity(asText(value) ?? ''))
    case 'period':
      return periodText(value)
    case 'address':
      return addressText(value, directory)
    case 'unit':
      return unitText(asText(value), directory)
    case 'people':
      return undefined
    default:
      return same(asText(value))
  }
}

/** "từ 01/12/2026 đến 30/11/2027". */
export function periodText(value: unknown): Bilingual | undefined {
  const period = asAnswers(value)
  const from = asText(period?.from)
  const to = asText(period?.to)
  if (from === undefined || to === undefined) return undefined

  return {
    vi: `từ ${formatIsoDay(from)} đến ${formatIsoDay(to)}`,
    en: `${formatIsoDay(from)} to ${formatIsoDay(to)}`,
  }
}

/**
 * An address as CT01 wants it: the unit of today, and beside it the old one as it stands on the papers (note 3).
 *
 * Without a directory (a form that has not loaded it) the codes stand for the names.
 */
export function addressText(value: unknown, directory?: UnitDirectory): Bilingual | undefined {
  const address = readAddress(value)
  if (address === undefined) return undefined
  const place = 'unknown' in address ? { vi: address.unknown, en: address.unknown } : placeText(address, directory)

  return { vi: joined(address.detail, place.vi), en: joined(address.detail, place.en) }
}

function placeText(
  { unit: ref, now: chosen }: { unit: { edition: string; code: string }; now?: string },
  directory?: UnitDirectory,
): Bilingual {
  const named = directory?.units.find(({ edition, code }) => edition === ref.edition && code === ref.code)
  if (named === undefined) return { vi: `mã ${ref.code} (${ref.edition})`, en: `code ${ref.code} (${ref.edition})` }

  const now = directory?.today(named) ?? []
  const [only] = now.length === 1 ? now : now.filter(({ unit }) => unit.code === chosen)
  if (only === undefined) return unitTitleOfPast(named)
  const today = unitTitle(only.unit)
  if (only.unit === named) return today
  const before = unitTitleOfPast(named)

  return { vi: `${today.vi}, trước là ${lowerFirst(before.vi)}`, en: `${today.en}, formerly ${before.en}` }
}

function unitText(code: string | undefined, directory?: UnitDirectory): Bilingual | undefined {
  if (code === undefined) return undefined
  const unit = directory?.find({ edition: directory.newest, code })

  return unit === undefined ? same(code) : unitTitle(unit)
}

const same = (text: string | undefined): Bilingual | undefined => (text ? { vi: text, en: text } : undefined)

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
