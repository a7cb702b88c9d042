import { formatDay, formatTime } from '#shared/text/format.ts'
import { field, grid } from './blocks.ts'
import type { ControlSlipFacts } from './desk-book-facts.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { officialInstant, policeName } from './words.ts'

/**
 * Phiếu kiểm soát quá trình giải quyết hồ sơ: who gave it to whom, when, and whether in time, as the log has it.
 *
 * Mẫu số 06, Phụ lục I TT 03/2025/TT-VPCP. Nobody signs the rows: each is an event of the log with its account.
 */
export function controlSlip(facts: ControlSlipFacts): DocumentDefinition {
  return onPaper({ ...facts, title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' }, [
    ...heading({ ...facts, mark: 'Mẫu số 06 (Thông tư số 03/2025/TT-VPCP)' }),
    ...titleLines('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', `Mã hồ sơ: ${facts.code}`),
    field('Thủ tục', facts.procedureName),
    field('Tổ chức, cá nhân nộp hồ sơ', facts.applicant.name, true),
    field('Nội dung yêu cầu giải quyết', facts.requestText),
    field('Cơ quan giải quyết', policeName(facts.unit)),
    field('Cơ quan phối hợp', facts.others.join('; ') || 'không có'),
    field('Nộp lúc', officialInstant(facts.filedAt)),
    field('Tiếp nhận lúc', facts.acceptedAt ? officialInstant(facts.acceptedAt) : 'chưa tiếp nhận'),
    field('Hẹn trả kết quả', facts.dueAt ? officialInstant(facts.dueAt) : 'chưa có', true),
    grid(
      [
        { head: 'TT', width: 20, isCentred: true },
        { head: 'Thời gian giao, nhận', width: 62, isCentred: true },
        { head: 'Bên giao', width: 88 },
        { head: 'Bên nhận', width: 88 },
        { head: 'Kết quả', width: 50, isCentred: true },
        { head: 'Ghi chú' },
      ],
      facts.rows.map(({ at, giver, receiver, result, note }, index) => [
        String(index + 1),
        `${formatTime(at)}\n${formatDay(at)}`,
        giver,
        receiver,
        result,
        note,
      ]),
    ),
    {
      text: 'Phiếu được lập từ nhật ký hồ sơ; mỗi dòng là một lần giao, nhận do tài khoản của người thực hiện ghi nhận.',
      italics: true,
      fontSize: 11,
    },
  ])
}
