import type { Content } from 'pdfmake/interfaces'
import { field, fieldPair, grid, qrCode, signatures, tickBox } from './blocks.ts'
import type { AcceptanceFacts } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { confirmedAt, officialInstant, policeName, signedName } from './words.ts'

/**
 * Phiếu tiếp nhận hồ sơ và hẹn trả kết quả: given when the dossier is accepted and the term begins to run.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh.
 */
export function ct04(facts: AcceptanceFacts): DocumentDefinition {
  const { applicant, unit } = facts

  return onPaper({ ...facts, title: 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả' }, [
    ...heading({ ...facts, number: facts.number ?? '…/PTN', mark: 'Mẫu CT04' }),
    ...titleLines('PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', `Mã hồ sơ: ${facts.code}`),
    field(`${policeName(unit)} đã tiếp nhận hồ sơ của ông (bà)`, applicant.name, true),
    fieldPair(['Số định danh cá nhân', applicant.identity], ['Số điện thoại', applicant.phone]),
    field('Nơi thường trú', applicant.permanentAddress),
    field('Nơi tạm trú', applicant.temporaryAddress),
    field('Nơi ở hiện tại', applicant.currentAddress),
    field('Email', applicant.email),
    field('Thủ tục', facts.procedureName),
    field('Nội dung yêu cầu giải quyết', facts.requestText),
    grid(
      [
        { head: 'TT', width: 24, isCentred: true },
        { head: 'Tên giấy tờ, tài liệu' },
        { head: 'Hình thức', width: 84, isCentred: true },
        { head: 'Ghi chú', width: 96 },
      ],
      facts.papers.length > 0
        ? facts.papers.map(({ name, form, note = '' }, i) => [String(i + 1), name, form, note])
        : [['', 'Không có giấy tờ kèm theo', '', '']],
      { title: 'Giấy tờ, tài liệu đã nộp:', isTitleBold: false },
    ),
    field('Thời gian nhận hồ sơ', officialInstant(facts.acceptedAt)),
    field('Thời gian trả kết quả giải quyết hồ sơ', officialInstant(facts.dueAt), true),
    ...(facts.isProvisional ? [provisional] : []),
    {
      columns: [
        { width: 'auto', text: 'Hình thức nhận kết quả:' },
        tickBox('Bản giấy', facts.receiveBy.includes('paper')),
        tickBox('Bản điện tử', facts.receiveBy.includes('electronic')),
        tickBox('Tin nhắn SMS', facts.receiveBy.includes('sms')),
      ],
      columnGap: 14,
      margin: [0, 0, 0, 4],
    },
    field(
      'Nơi nhận bản giấy',
      facts.receiveAt ?? (facts.receiveBy.includes('paper') ? policeName(unit) : 'không nhận bản giấy'),
    ),
    signatures([
      { office: ['NGƯỜI NỘP HỒ SƠ'], how: '(Ký, ghi rõ họ tên)', name: applicant.name },
      {
        office: ['CÁN BỘ TIẾP NHẬN'],
        how: '(Ký, ký số hoặc xác thực hình thức khác)',
        instead: confirmedAt(facts.acceptedAt),
        name: signedName(facts.officer),
      },
    ]),
    ...(facts.trackingUrl ? [tracking(facts.trackingUrl)] : []),
  ])
}

/** CLOCK rule 2.8: a date that may still move says so. */
const provisional: Content = {
  text: 'Ngày trả kết quả là tạm tính: lịch nghỉ của năm sau chưa được công bố đầy đủ.',
  italics: true,
  margin: [0, 0, 0, 4],
}

const tracking = (url: string): Content => ({
  unbreakable: true,
  columns: [
    { width: 76, stack: [qrCode(url, 76)] },
    {
      text: 'Quét mã này bằng điện thoại để xem hồ sơ đang ở bước nào. Không cần đến hỏi; khi có kết quả, quầy sẽ báo.',
      fontSize: 11,
      margin: [0, 22, 0, 0],
    },
  ],
  columnGap: 8,
  margin: [0, 8, 0, 0],
})
