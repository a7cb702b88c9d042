import { field, fieldPair, paragraph } from './blocks.ts'
import { withSignature } from './commander-signature.ts'
import type { ResultFacts } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { dayOr, policeName } from './words.ts'

/**
 * Thông báo về kết quả giải quyết, hủy bỏ đăng ký cư trú.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh.
 */
export function ct08(facts: ResultFacts): DocumentDefinition {
  const { applicant, unit } = facts

  return onPaper({ ...facts, title: 'Thông báo về kết quả giải quyết, hủy bỏ đăng ký cư trú', isArchival: true }, [
    ...heading({ ...facts, number: facts.number ?? '…/TB', mark: 'Mẫu CT08' }),
    ...titleLines('THÔNG BÁO', 'Về kết quả giải quyết, hủy bỏ đăng ký cư trú'),
    {
      text: [{ text: 'Kính gửi: ' }, { text: `Ông (bà) ${applicant.name}`, bold: true }],
      alignment: 'center',
      margin: [0, 0, 0, 10],
    },
    paragraph(`${policeName(unit)} thông báo về hồ sơ mã số ${facts.code}, thủ tục ${facts.procedureName}, như sau:`),
    field('1. Họ, chữ đệm và tên', applicant.name, true),
    fieldPair(['2. Ngày, tháng, năm sinh', dayOr(applicant.birthDate)], ['3. Giới tính', applicant.gender]),
    field('4. Số định danh cá nhân', applicant.identity),
    { text: '5. Nội dung thông báo:', margin: [0, 0, 0, 4] },
    ...withSignature(facts.content, facts),
  ])
}
