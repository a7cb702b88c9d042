import type { RoutingRule } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { formatIsoDay } from '../text/format.ts'
import type { Trace, UnitDirectory } from '../units/directory.ts'
import { type Province, provinceInSentence } from '../units/provinces.ts'
import type { UnitName } from '../units/schemas.ts'
import type { Unit, UnitRef } from '../units/types.ts'
import { policeOf, unitInSentence, unitInSentenceOfPast, unitTitle, unitTitleOfPast } from '../units/unit-names.ts'
import type { Because } from './route-dossier.ts'

/** Which place decides for this procedure, or that the resident may choose. */
export const becauseOfProcedure = (rule: RoutingRule): Because => ({
  rule: rule.by === 'address' ? 'procedure-place' : 'chosen-unit',
  text: rule.why,
  facts: { field: rule.field },
})

/**
 * One sentence for each resolution that moved the place on: "Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ) thuộc xã Toàn Lưu
 * từ 01/7/2025 theo Nghị quyết 1665/NQ-UBTVQH15." A place that no resolution touched needs none.
 *
 * `isChosen`: the resident said which part of a divided unit it is.
 */
export function becauseOfSteps(directory: UnitDirectory, trace: Trace, { isChosen = false } = {}): Because[] {
  return trace.steps.map(({ from, to, share }): Because => {
    const { from: day = '', basis } = directory.facts(to.edition)
    const before = unitTitleOfPast(from)
    const after = unitInSentence(to)
    const isAnswer = isChosen && share === 'part'
    const verb = isSame(from, to) ? { vi: 'vẫn là', en: 'is still' } : { vi: 'thuộc', en: 'has been part of' }
    const basisText = { vi: basis ? ` theo ${basis.vi}` : '', en: basis ? ` by ${basis.en}` : '' }
    const answerText = isAnswer
      ? { vi: '; phần này do người khai chọn', en: '; this part was chosen by the person filing' }
      : { vi: '', en: '' }

    return {
      rule: isAnswer ? 'successor-chosen' : 'successor',
      text: {
        vi: `${before.vi} ${verb.vi} ${after.vi} từ ${dayInLaw(day)}${basisText.vi}${answerText.vi}.`,
        en: `${before.en} ${verb.en} ${after.en} since ${formatIsoDay(day)}${basisText.en}${answerText.en}.`,
      },
      ...(basis && { source: basis.vi }),
      facts: {
        fromEdition: from.edition,
        fromCode: from.code,
        toEdition: to.edition,
        toCode: to.code,
        share,
        since: day,
      },
    }
  })
}

/** A notice about a place on the land of a divided unit, all of which went to one unit. */
export function becauseOfLand(directory: UnitDirectory, land: Trace, divided: Unit): Because {
  const [step] = becauseOfSteps(directory, land).slice(-1)
  const before = unitInSentenceOfPast(divided)
  const after = unitInSentence(land.unit)

  return {
    rule: 'divided-land',
    text: {
      vi: `Thông báo này tính theo nơi ở lại; toàn bộ phần đất của ${before.vi} nay thuộc ${after.vi}.`,
      en: `This notice is decided by the place; all land of ${before.en} is in ${after.en} now.`,
    },
    ...(step?.source !== undefined && { source: step.source }),
    facts: step?.facts ?? {},
  }
}

/** The end of every answered route: whose counter it is. */
export function becauseOfReceiver(unit: Unit): Because {
  const police = policeOf(unit)

  return {
    rule: 'receiving-unit',
    text: { vi: `Nơi tiếp nhận: ${police.vi}.`, en: `Received by: ${police.en}.` },
    facts: { unit: unit.code, unitName: unitTitle(unit).vi },
  }
}

/** The question about a divided unit, with what the law says and does not say about it. */
export function dividedQuestion(directory: UnitDirectory, divided: Unit, traces: readonly Trace[]): Because {
  const known = directory.divided(divided)
  const names = traces.map(({ unit }) => unitInSentence(unit))
  const before = unitTitleOfPast(divided)

  return {
    rule: 'divided-question',
    text: known?.question ?? {
      vi: `${before.vi} được chia cho ${names.map(({ vi }) => vi).join(', ')}. Nơi này nay thuộc xã, phường nào?`,
      en: `${before.en} was divided among ${names.map(({ en }) => en).join(', ')}. Which one is this place in now?`,
    },
    ...(known && { source: known.source }),
    facts: { edition: divided.edition, code: divided.code, options: traces.map(({ unit }) => unit.code).join(',') },
  }
}

export function wrongChoice(divided: Unit, chosen: string): Because {
  const before = unitInSentenceOfPast(divided)

  return {
    rule: 'divided-wrong-choice',
    text: {
      vi: `Không có phần nào của ${before.vi} thuộc nơi đã chọn. Hãy chọn lại.`,
      en: `No part of ${before.en} is in the place that was chosen. Choose again.`,
    },
    facts: { edition: divided.edition, code: divided.code, chosen },
  }
}

export const placeMissing = (field: string): Because => ({
  rule: 'place-missing',
  text: {
    vi: 'Chưa có địa chỉ nên chưa biết công an xã, phường nào tiếp nhận.',
    en: 'Without an address it is not known which commune police receive it.',
  },
  facts: { field },
})

/** Whoever files was asked which part of a divided unit it is, and could not say. */
export function dividedUnsure(directory: UnitDirectory, divided: Unit, traces: readonly Trace[]): Because {
  const names = traces.map(({ unit }) => unitInSentence(unit))
  const before = unitTitleOfPast(divided)
  const known = directory.divided(divided)

  return {
    rule: 'divided-unsure',
    text: {
      vi: `${before.vi} đã chia cho ${names.map(({ vi }) => vi).join(', ')}; người khai chưa rõ nơi này nay thuộc đâu.`,
      en: `${before.en} was divided among ${names.map(({ en }) => en).join(', ')}; the person filing does not know where this place is now.`,
    },
    ...(known && { source: known.source }),
    facts: { edition: divided.edition, code: divided.code, options: traces.map(({ unit }) => unit.code).join(',') },
  }
}

/** The end of a route that only a person can finish. */
export const becauseOfTriage = (): Because => ({
  rule: 'province-decides',
  text: {
    vi: 'Công an tỉnh sẽ xác định công an xã, phường tiếp nhận. Ngày nộp giữ nguyên, người nộp không phải làm gì thêm.',
    en: 'The province’s police will say which commune police receive it. The day of filing stays; nothing more is needed.',
  },
  facts: {},
})

/** Why another unit has it now. */
export const becauseOfTransfer = (to: UnitName, reason: Bilingual): Because => ({
  rule: 'transferred',
  text: {
    vi: `Nay do ${policeOf(to).vi} giải quyết. Lý do: ${reason.vi}`,
    en: `Now with: ${policeOf(to).en}. Reason: ${reason.en}`,
  },
  facts: { unit: to.code, unitName: unitTitle(to).vi },
})

/** The name itself is not among the facts: free text may hold anything. */
export const placeUnknown = (name: string): Because => ({
  rule: 'place-unknown',
  text: {
    vi: `Không tìm thấy “${name}” trong danh sách xã, phường cũ và mới của tỉnh.`,
    en: `“${name}” is not among the old and new communes of the province.`,
  },
  facts: {},
})

/** Written out with the name of another province. The name itself is not among the facts, as above. */
export function outsideProvince(name: string, province: Province): Because {
  const where = provinceInSentence(province)

  return {
    rule: 'outside-province',
    text: {
      vi: `“${name}” thuộc ${where.vi}, không thuộc tỉnh Hà Tĩnh nên quầy này không nhận được. Hãy nộp cho công an xã, phường nơi đó, tại trụ sở hoặc qua Cổng dịch vụ công quốc gia (dichvucong.gov.vn).`,
      en: `“${name}” is in ${where.en}, not in Hà Tĩnh, so this desk cannot take it. File with the commune police of that place, at their counter or on the national portal (dichvucong.gov.vn).`,
    },
    facts: { province: province.now ?? province.name },
  }
}

/** A code that this edition does not have and another does: certainly a place of the province, and not certain which. */
export const unitOfOtherEdition = ({ edition, code }: UnitRef, namesakes: readonly Unit[]): Because => ({
  rule: 'unit-of-other-edition',
  text: {
    vi: `Mã ${code} không có trong danh sách đã chọn; ở danh sách khác đó là ${namesakes.map((unit) => unitInSentenceOfPast(unit).vi).join(', ')}.`,
    en: `The chosen list has no code ${code}; in another list it is ${namesakes.map((unit) => unitInSentenceOfPast(unit).en).join(', ')}.`,
  },
  facts: { edition, code },
})

export const unitNotListed = ({ edition, code }: UnitRef): Because => ({
  rule: 'unit-not-listed',
  text: {
    vi: `Mã ${code} không phải của xã, phường nào trong tỉnh mà quầy này phục vụ. Hãy chọn lại; nếu nơi đó ở tỉnh khác, hãy nộp cho công an xã, phường nơi đó hoặc qua Cổng dịch vụ công quốc gia (dichvucong.gov.vn).`,
    en: `No commune of the province that this desk serves has the code ${code}. Choose again; for a place in another province file with the commune police there or on the national portal (dichvucong.gov.vn).`,
  },
  facts: { edition, code },
})

export const noSuccessor = (unit: Unit): Because => ({
  rule: 'no-successor',
  text: {
    vi: `Dữ liệu chưa cho biết ${unitInSentenceOfPast(unit).vi} nay thuộc đâu.`,
    en: `The data do not say where ${unitInSentenceOfPast(unit).en} belongs now.`,
  },
  facts: { edition: unit.edition, code: unit.code },
})

/** "01/7/2025": resolutions write months 3 to 9 without a leading zero. */
const dayInLaw = (day: string) => formatIsoDay(day).replace(/^(\d{2})\/0(?=[3-9])/, '$1/')

const isSame = (from: Unit, to: Unit) => from.name === to.name && from.type === to.type
