import { closing, field, grid, paragraph } from './blocks.ts'
import type { SupplementFacts } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { confirmedAt, officialInstant, policeName, signedName } from './words.ts'

/**
 * Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ: everything that is missing, said once, so that it can be done in one go.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh.
 */
export function ct05(facts: SupplementFacts): DocumentDefinition {
  const { applicant, unit } = facts

  return onPaper({ ...facts, title: 'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ' }, [
    ...heading({ ...facts, number: facts.number ?? '…/PHD', mark: 'Mẫu CT05' }),
    ...titleLines('PHIẾU HƯỚNG DẪN BỔ SUNG, HOÀN THIỆN HỒ SƠ', `Mã hồ sơ: ${facts.code}`),
    field('Hồ sơ của ông (bà)', applicant.name, true),
    field('Số định danh cá nhân', applicant.identity),
    field('Nội dung yêu cầu giải quyết', facts.requestText),
    field('Nộp lúc', officialInstant(facts.filedAt)),
    paragraph(
      `${policeName(unit)} đề nghị ông (bà) bổ sung, hoàn thiện những nội dung sau${facts.round > 1 ? ` (yêu cầu bổ sung lần ${facts.round})` : ''}:`,
    ),
    grid(
      [
        { head: 'TT', width: 24, isCentred: true },
        { head: 'Giấy tờ, nội dung cần bổ sung, hoàn thiện', width: 126 },
        { head: 'Lý do', width: 90 },
        { head: 'Hướng dẫn' },
      ],
      facts.items.map(({ subject, reason, message }, i) => [String(i + 1), subject, reason, message]),
    ),
    facts.round > 1
      ? paragraph(`Lý do phải yêu cầu thêm một lần: ${facts.supervisorReason ?? 'chưa được ghi'}`)
      : paragraph(
          'Những nội dung trên được hướng dẫn đầy đủ, cụ thể một lần. Khi đã bổ sung đủ, ông (bà) không phải bổ sung gì thêm cho hồ sơ này.',
        ),
    paragraph(
      facts.isAccepted
        ? 'Thời gian chờ bổ sung không tính vào thời hạn giải quyết. Hồ sơ được giải quyết tiếp ngay khi nhận được bổ sung.'
        : 'Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ, hợp lệ và được tiếp nhận.',
    ),
    closing(
      {
        last: [paragraph(`Nếu có điều chưa rõ, đề nghị ông (bà) liên hệ ${contact(facts)} để được hướng dẫn.`)],
        to: [`Ông (bà) ${applicant.name}`, `Lưu: hồ sơ ${facts.code}`],
      },
      {
        office: ['CÁN BỘ HƯỚNG DẪN'],
        how: '(Ký, ký số hoặc xác thực hình thức khác)',
        instead: confirmedAt(facts.madeAt),
        name: signedName(facts.officer),
      },
    ),
  ])
}

const contact = ({ unit, officer }: SupplementFacts) =>
  [`cán bộ ${signedName(officer)}, ${policeName(unit)}`, unit.phone && `điện thoại ${unit.phone}`, unit.address]
    .filter(Boolean)
    .join(', ')
