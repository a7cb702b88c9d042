import type { Content } from 'pdfmake/interfaces'
import { field, fieldPair, grid, paragraph, subtitle } from './blocks.ts'
import { withSignature } from './commander-signature.ts'
import type { ConfirmationFacts } from './inputs.ts'
import { memberColumns, memberRow } from './member-table.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { dayOr, policeName } from './words.ts'

/**
 * Xác nhận thông tin về cư trú: the result of that procedure. Holds sensitive data (dân tộc, tôn giáo; Luật
 * 91/2025/QH15), so it goes to its applicant alone.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh.
 */
export function ct07(facts: ConfirmationFacts): DocumentDefinition {
  const { applicant, person, unit } = facts

  return onPaper({ ...facts, title: 'Xác nhận thông tin về cư trú', isArchival: true }, [
    ...heading({ ...facts, number: facts.number ?? '…/XN', mark: 'Mẫu CT07' }),
    ...titleLines('XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ', `Mã hồ sơ: ${facts.code}`),
    field('Theo đề nghị của ông (bà)', applicant.name, true),
    field('Số định danh cá nhân', applicant.identity),
    paragraph(`${policeName(unit)} xác nhận thông tin về cư trú như sau:`),
    subtitle('I. Thông tin của người được xác nhận'),
    field('1. Họ, chữ đệm và tên', person.name, true),
    fieldPair(['2. Ngày, tháng, năm sinh', dayOr(person.birthDate)], ['3. Giới tính', person.gender]),
    field('4. Số định danh cá nhân', person.identity),
    fieldPair(['5. Dân tộc', person.ethnicity], ['6. Tôn giáo', person.religion]),
    field('7. Quê quán', person.hometown),
    field('8. Nơi đăng ký khai sinh', person.birthRegistrationPlace),
    field('9. Nơi thường trú', person.permanentAddress),
    field('10. Nơi tạm trú', person.temporaryAddress),
    field('11. Nơi ở hiện tại', person.currentAddress),
    field('12. Họ, chữ đệm và tên chủ hộ', person.headName),
    field('13. Quan hệ với chủ hộ', person.headRelationship),
    field('14. Số định danh cá nhân của chủ hộ', person.headIdentity),
    ...household(facts),
    ...withSignature(facts.other.length > 0 ? facts.other : ['Không có.'], facts, 'III. Nội dung xác nhận khác'),
  ])
}

const householdTitle = 'II. Thông tin các thành viên trong hộ gia đình'

const household = ({ household: members }: ConfirmationFacts): Content[] =>
  members.length === 0
    ? [subtitle(householdTitle), paragraph('Không có thành viên khác.')]
    : [grid(memberColumns('Quan hệ với chủ hộ'), members.map(memberRow), { title: householdTitle })]
