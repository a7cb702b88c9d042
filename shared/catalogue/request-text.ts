import type { LocalDate } from '../sla/minutes.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { answerText } from './answer-texts.ts'
import { type Answers, asPeople, asText } from './answers.ts'
import type { ProcedureCode, ProcedureVersion } from './types.ts'
import { visiblePages } from './visible-pages.ts'

/**
 * Field 10 of CT01, "Nội dung đề nghị", made of the structured answers; `null` where there is no form.
 *
 * In Vietnamese only: it is printed on the form. It names the unit of today and beside it the old one of the papers
 * (note 3 of CT01).
 */
export function requestText(
  version: ProcedureVersion,
  answers: Answers,
  { on, directory }: { on: LocalDate; directory?: UnitDirectory },
): string | null {
  if (version.form === 'NONE') return null
  const fields = visiblePages(version, answers, on).flatMap((page) => page.fields)
  const said = (name: string) => {
    const field = fields.find((each) => each.name === name)

    return field && answerText(field, answers[name], directory)?.vi
  }
  const sentences = [
    ...builders[version.code](said, answers),
    ...(said('note') ? [`Nội dung khác: ${said('note')}`] : []),
  ]

  return sentences.map((sentence) => sentence.replace(/\.*$/, '.')).join(' ')
}

/** The answer to a question as it reads, when it was asked and answered. */
type Said = (name: string) => string | undefined

/** One builder for each procedure, so that a new one cannot be forgotten. */
const builders: Record<ProcedureCode, (said: Said, answers: Answers) => string[]> = {
  '1.004194': (said, answers) => [
    `Đăng ký tạm trú${byList(said, answers)} tại ${said('dwelling')}, ${said('period')}`,
    `Chỗ ở: ${lowerFirst(said('dwellingKind'))}`,
  ],
  '1.002755': (said, answers) => [
    `Gia hạn tạm trú${byList(said, answers)} tại ${said('dwelling')}, ${said('period')}`,
    `Chỗ ở: ${lowerFirst(said('dwellingKind'))}`,
  ],
  '1.004222': (said) => [
    `Đăng ký thường trú tại ${said('dwelling')}`,
    `Trường hợp: ${lowerFirst(said('basis'))}${said('relativesCase') ? ` (${lowerFirst(said('relativesCase'))})` : ''}`,
  ],
  '1.010041': (said) => [
    `Xác nhận thông tin về cư trú: ${lowerFirst(said('confirm'))}${said('confirmDetail') ? `: ${said('confirmDetail')}` : ''}`,
    `Mục đích: ${lowerFirst(said('purpose'))}`,
  ],
  '1.010038': (said) => [
    `Tách hộ tại ${said('residence')}`,
    `Trường hợp: ${lowerFirst(said('separationCase'))}${said('presentHeadName') ? `; chủ hộ hiện nay: ${said('presentHeadName')}` : ''}`,
  ],
  '1.010039': (said) => [`Điều chỉnh thông tin về cư trú tại ${said('residence')}: ${changeOf(said)}`],
  '1.003197': (said) => [
    `Xóa đăng ký thường trú của ${deletedOf(said)} tại ${said('residence')}`,
    `Lý do: ${deletionReason(said)}`,
  ],
  '1.010028': (said, answers) => [
    `Xóa đăng ký tạm trú của ${deletedOf(said)}${andMembers(answers)} tại ${said('dwelling')}`,
    `Lý do: ${deletionReason(said)}`,
  ],
  '1.010040': (said) => [
    `Khai báo thông tin về cư trú, nơi ở hiện tại: ${said('dwelling')}, ở từ ${lowerFirst(said('livesSince'))}`,
    `Chưa đăng ký được vì: ${lowerFirst(said('whyNotRegistered'))}`,
    ...(said('birthplace') ? [`Chưa có số định danh cá nhân; nơi sinh hoặc quê quán: ${said('birthplace')}`] : []),
  ],
  '2.001159': () => [],
  '1.003677': () => [],
}

function changeOf(said: Said): string {
  if (said('headName'))
    return `đổi chủ hộ từ ${said('presentHeadName')} thành ${said('headName')} (${lowerFirst(said('headChangeCase'))})`
  if (said('rightRelationship')) return `quan hệ với chủ hộ đúng là ${said('rightRelationship')}`
  if (said('newDwelling')) return `nơi ở hiện tại trong xã, phường là ${said('newDwelling')}`

  return said('changeDetail') ?? ''
}

const deletedOf = (said: Said) => said('deletedPerson') ?? said('applicantName')

/** An older version of the catalogue does not ask since when. */
const deletionReason = (said: Said) =>
  `${lowerFirst(said('deletionDetail') ?? said('deletionCase'))}${said('since') ? `, từ ngày ${said('since')}` : ''}`

function andMembers(answers: Answers): string {
  const people = asPeople(answers.members).length

  return people === 0 ? '' : ` và ${people} thành viên cùng đi`
}

function byList(said: Said, answers: Answers): string {
  const people = asPeople(answers.listPeople).length
  if (asText(answers.registrationMode) !== 'list') return ''
  const organisation = said('organisation')

  return ` theo danh sách ${people} người${organisation ? ` của ${organisation}` : ''}`
}

const lowerFirst = (text = '') => text.slice(0, 1).toLowerCase() + text.slice(1)
