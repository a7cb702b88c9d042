import { type Answers, asText } from '../catalogue/answers.ts'
import type { ProcedureVersion } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { fold } from '../text/fold.ts'
import { localDayOf } from '../text/format.ts'
import { readAddress } from '../units/address.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { searchUnits } from '../units/search.ts'
import type { Edition, Unit } from '../units/types.ts'
import { unitInSentence, unitInSentenceOfPast } from '../units/unit-names.ts'

/** A commune of the day that may be meant, with everything that speaks for it. */
export interface LikelyUnit {
  code: string
  reasons: Bilingual[]
}

/** One thing that speaks for a commune. */
interface Hint {
  unit: Unit
  points: number
  reason: Bilingual
}

/** As many as have a key of their own. */
const mostLikely = 5

/**
 * The communes that an undecided filing may be meant for, the likeliest first; for a person to choose from, and never
 * chosen by the desk.
 *
 * Speaks for a commune: to be a part of the divided unit that was named; a name like the one that was written; to be
 * named in the words beside the address; to hold another address of the same filing. What several things speak for
 * stands before what one does.
 */
export function likelyUnits(
  procedure: ProcedureVersion,
  answers: Answers,
  directory: UnitDirectory,
  at: Date,
): LikelyUnit[] {
  if (procedure.routing.by !== 'address') return []
  const edition = directory.editionAt(localDayOf(at))
  const address = readAddress(answers[procedure.routing.field])
  if (address === undefined) return []
  const byPlace =
    'unknown' in address
      ? ofWrittenName(address.unknown, directory, edition)
      : ofNamedUnit(address.unit, directory, edition)
  const hints = [
    ...byPlace,
    ...ofWordsBeside(address.detail, directory, edition),
    ...ofOtherAddresses(procedure, answers, directory, edition),
  ]
  const found = new Map<string, { points: number; likely: LikelyUnit }>()
  for (const { unit, points, reason } of hints) {
    const before = found.get(unit.code) ?? { points: 0, likely: { code: unit.code, reasons: [] } }
    const isNew = before.likely.reasons.every(({ vi }) => vi !== reason.vi)
    found.set(unit.code, {
      points: before.points + (isNew ? points : 0),
      likely: { code: unit.code, reasons: isNew ? [...before.likely.reasons, reason] : before.likely.reasons },
    })
  }

  return [...found.values()]
    .sort((a, b) => b.points - a.points || a.likely.code.localeCompare(b.likely.code))
    .slice(0, mostLikely)
    .map(({ likely }) => likely)
}

/** The parts of the unit that was named, or of every unit that has its code in another list. */
function ofNamedUnit(ref: { edition: Edition; code: string }, directory: UnitDirectory, edition: Edition): Hint[] {
  const exact = directory.find(ref)
  const named = exact ? [exact] : directory.units.filter(({ code }) => code === ref.code)

  return named.flatMap((old) => {
    const parts = directory.divided(old)?.parts ?? []

    return directory.trace(old, edition).map(({ unit, share }): Hint => {
      const part = parts.find(({ code }) => code === unit.code)
      const before = unitInSentenceOfPast(old)
      const after = unitInSentence(unit)

      return {
        unit,
        points: part?.isLand ? 60 : 50,
        reason: part
          ? part.hint
          : {
              vi: `${share === 'part' ? 'Một phần' : 'Toàn bộ'} ${before.vi} nay thuộc ${after.vi}.`,
              en: `${share === 'part' ? 'A part' : 'All'} of ${before.en} is now in ${after.en}.`,
            },
      }
    })
  })
}

function ofWrittenName(written: string, directory: UnitDirectory, edition: Edition): Hint[] {
  return searchUnits(directory, written, mostLikely).flatMap((found, position) =>
    directory.trace(found, edition).map(
      ({ unit }): Hint => ({
        unit,
        points: 40 - 4 * position,
        reason: {
          vi: `Tên đã ghi gần với ${unitInSentenceOfPast(found).vi}${isSame(found, unit) ? '' : `, nay thuộc ${unitInSentence(unit).vi}`}.`,
          en: `What was written is close to ${unitInSentenceOfPast(found).en}${isSame(found, unit) ? '' : `, now in ${unitInSentence(unit).en}`}.`,
        },
      }),
    ),
  )
}

/** A commune of any day whose whole name stands in the words beside the address, such as "gần chợ Thạch Linh". */
function ofWordsBeside(detail: string, directory: UnitDirectory, edition: Edition): Hint[] {
  const words = ` ${fold(detail)} `

  return directory.units
    .filter(({ name }) => words.includes(` ${fold(name)} `))
    .flatMap((old) =>
      directory.trace(old, edition).map(
        ({ unit }): Hint => ({
          unit,
          points: old.edition === edition ? 20 : 12,
          reason: {
            vi: `Địa chỉ có nhắc “${old.name}”${isSame(old, unit) ? '' : `, nay thuộc ${unitInSentence(unit).vi}`}.`,
            en: `The address mentions “${old.name}”${isSame(old, unit) ? '' : `, now in ${unitInSentence(unit).en}`}.`,
          },
        }),
      ),
    )
}

function ofOtherAddresses(
  procedure: ProcedureVersion,
  answers: Answers,
  directory: UnitDirectory,
  edition: Edition,
): Hint[] {
  const fields = procedure.pages
    .flatMap((page) => page.fields)
    .filter(({ kind, name }) => kind === 'address' && name !== procedure.routing.field)

  return fields.flatMap(({ name, label }) => {
    const address = readAddress(answers[name])
    if (address === undefined || 'unknown' in address) return []
    const traces = directory.trace(address.unit, edition)
    const chosen =
      traces.find(({ unit }) => unit.code === asText(address.now)) ?? (traces.length === 1 ? traces[0] : undefined)
    if (!chosen) return []

    return [
      {
        unit: chosen.unit,
        points: 20,
        reason: {
          vi: `Câu “${label.vi}” của chính hồ sơ này ở ${unitInSentence(chosen.unit).vi}.`,
          en: `“${label.en}” of the same filing is in ${unitInSentence(chosen.unit).en}.`,
        },
      },
    ]
  })
}

const isSame = (a: { name: string; type: string }, b: { name: string; type: string }) =>
  a.name === b.name && a.type === b.type
