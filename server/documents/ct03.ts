import { field, fieldPair, signatures } from './blocks.ts'
import { commanderSignature, verification } from './commander-signature.ts'
import type { AbsenceFacts } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { confirmedAt, dayOr, officialDay, signedName } from './words.ts'

/**
 * Phiếu khai báo tạm vắng, the result of that declaration. Without the old nine-digit number: Luật 118/2025/QH15
 * Điều 4 took it out of Điều 31 Luật Cư trú.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh.
 */
export function ct03(facts: AbsenceFacts): DocumentDefinition {
  const { applicant, absence } = facts

  return onPaper({ ...facts, title: 'Phiếu khai báo tạm vắng', isArchival: true }, [
    ...heading({ ...facts, number: facts.number ?? '…/TV', mark: 'Mẫu CT03' }),
    ...titleLines('PHIẾU KHAI BÁO TẠM VẮNG', `Mã hồ sơ: ${facts.code}`),
    field('1. Họ, chữ đệm và tên', applicant.name, true),
    fieldPair(['2. Ngày, tháng, năm sinh', dayOr(applicant.birthDate)], ['3. Giới tính', applicant.gender]),
    field('4. Số định danh cá nhân', applicant.identity),
    field('5. Nơi thường trú', applicant.permanentAddress),
    field('6. Nơi tạm trú', applicant.temporaryAddress),
    field('7. Nơi ở hiện tại', applicant.currentAddress),
    field('8. Tạm vắng', `từ ${officialDay(absence.from)} đến ${officialDay(absence.to)}`),
    field('9. Lý do tạm vắng', absence.reason),
    field('10. Địa chỉ nơi đến', absence.destination),
    signatures([
      { office: ['NGƯỜI KHAI BÁO'], how: '(Ký, ghi rõ họ tên)', name: applicant.name },
      {
        office: ['NGƯỜI TIẾP NHẬN'],
        how: '(Ký, ghi rõ họ tên)',
        instead: confirmedAt(facts.filedAt),
        name: signedName(facts.officer),
      },
      commanderSignature(facts.unit, facts.commander, facts.isDemo),
    ]),
    ...(facts.verifyUrl ? verification(facts.verifyUrl) : []),
  ])
}
