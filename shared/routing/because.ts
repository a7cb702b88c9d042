import type { RoutingRule } from '../catalogue/types.ts'
import { formatIsoDay } from '../text/format.ts'
import type { Trace, UnitDirectory } from '../units/directory.ts'
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

/** The name itself is not among the facts: free text may hold anything. */
export const placeUnknown = (name: string): Because => ({
  rule: 'place-unknown',
  text: {
    vi: `Không tìm thấy “${name}” trong danh sách xã, phường cũ và mới của tỉnh. Hãy chọn lại trong danh sách, hoặc hỏi công an xã nơi gần nhất.`,
    en: `“${name}” is not among the old and new communes of the province. Choose from the list, or ask the nearest commune police.`,
  },
  facts: {},
})

export const unitNotListed = ({ edition, code }: UnitRef): Because => ({
  rule: 'unit-not-listed',
  text: {
    vi: `Mã ${code} không phải của xã, phường nào trong tỉnh mà quầy này phục vụ. Hãy chọn lại, hoặc nộp tại tỉnh có nơi đó.`,
    en: `No commune of the province that this desk serves has the code ${code}. Choose again, or file in the province of that place.`,
  },
  facts: { edition, code },
})

export const noSuccessor = (unit: Unit): Because => ({
  rule: 'no-successor',
  text: {
    vi: `Dữ liệu chưa cho biết ${unitInSentenceOfPast(unit).vi} nay thuộc đâu. Hãy hỏi công an xã nơi gần nhất.`,
    en: `The data do not say where ${unitInSentenceOfPast(unit).en} belongs now. Ask the nearest commune police.`,
  },
  facts: { edition: unit.edition, code: unit.code },
})

/** "01/7/2025": resolutions write months 3 to 9 without a leading zero. */
const dayInLaw = (day: string) => formatIsoDay(day).replace(/^(\d{2})\/0(?=[3-9])/, '$1/')

const isSame = (from: Unit, to: Unit) => from.name === to.name && from.type === to.type
