import { closing, field, paragraph, type Signature } from './blocks.ts'
import { commanderSignature } from './commander-signature.ts'
import type { ApologyFacts } from './desk-book-facts.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { capitals, confirmedAt, officialInstant, policeName, signedName } from './words.ts'

/**
 * Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết: what was promised, why it cannot be kept, the new date.
 *
 * Mẫu số 04, Phụ lục I TT 03/2025/TT-VPCP; lời văn của mẫu chưa được xem, các mục theo danh mục đã xem.
 */
export function letterOfApology(facts: ApologyFacts): DocumentDefinition {
  const { applicant, unit } = facts
  const office = policeName(unit)

  return onPaper({ ...facts, title: 'Văn bản xin lỗi và hẹn lại ngày trả kết quả' }, [
    ...heading({ ...facts, number: facts.number ?? '…/TXL', mark: 'Mẫu số 04 (Thông tư số 03/2025/TT-VPCP)' }),
    ...titleLines('VĂN BẢN XIN LỖI', 'Về việc chậm giải quyết hồ sơ và hẹn lại thời gian trả kết quả'),
    field('Kính gửi', `Ông (bà) ${applicant.name}`, true),
    paragraph(
      `${office} đã tiếp nhận hồ sơ của ông (bà) lúc ${officialInstant(facts.acceptedAt)}, mã hồ sơ ${facts.code}, về việc: ${facts.requestText.replace(/[.\s]+$/, '')}.`,
    ),
    field('Thời gian hẹn trả kết quả', officialInstant(facts.dueAt), true),
    paragraph(`${office} không trả được kết quả đúng thời gian đã hẹn. Lý do: ${facts.reason}`),
    paragraph(`${office} xin lỗi ông (bà) vì sự chậm trễ này và hẹn lại thời gian trả kết quả:`),
    field('Thời gian hẹn lại', officialInstant(facts.newDueAt), true),
    ...(facts.sentLate
      ? [
          paragraph(
            'Văn bản này lẽ ra phải gửi chậm nhất vào ngày làm việc trước ngày hẹn trả kết quả. Công an xin lỗi ông (bà) cả về việc thông báo muộn.',
          ),
        ]
      : []),
    paragraph(
      'Hồ sơ chỉ được hẹn lại một lần. Việc đánh giá đúng hạn hay quá hạn vẫn căn cứ ngày hẹn đầu tiên. Ông (bà) không phải nộp thêm giấy tờ và không phải đến trụ sở để hỏi.',
    ),
    closing(
      {
        last: [paragraph(`Nếu cần biết thêm, đề nghị ông (bà) liên hệ ${contact(facts)}.`)],
        to: [`Ông (bà) ${applicant.name}`, `Lưu: hồ sơ ${facts.code}`],
      },
      signature(facts),
    ),
  ])
}

function signature({ unit, signedBy, madeAt }: ApologyFacts): Signature {
  if ('commander' in signedBy) return { ...commanderSignature(unit, signedBy.commander), instead: confirmedAt(madeAt) }

  return {
    office: [`TL. TRƯỞNG CÔNG AN ${capitals(unit.type)}`, 'CÁN BỘ GIẢI QUYẾT'],
    how: '(Ký, ký số hoặc xác thực hình thức khác)',
    instead: confirmedAt(madeAt),
    name: signedName(signedBy.officer),
  }
}

const contact = ({ unit }: ApologyFacts) =>
  [policeName(unit), unit.phone && `điện thoại ${unit.phone}`, unit.address].filter(Boolean).join(', ')
