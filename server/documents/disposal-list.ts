import { field, grid, paragraph, signatures } from './blocks.ts'
import { commanderSignature } from './commander-signature.ts'
import type { Commander, Officer, PoliceUnit } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { confirmedAt, policeName, signedName } from './words.ts'

export interface DisposalFacts {
  unit: PoliceUnit
  province: string
  number: string
  madeAt: Date
  isDemo: boolean
  reason: string
  proposedBy: Officer
  proposedAt: Date
  commander: Commander
  items: readonly { code: string; procedure: string; endedOn: string; retention: string; keptUntil: string }[]
}

/**
 * Danh mục hồ sơ hết thời hạn lưu trữ: what is disposed of, signed by two people. Names nobody: the list itself is kept.
 *
 * Nội dung theo Luật Lưu trữ 33/2024/QH15 về hủy tài liệu hết thời hạn lưu trữ (chưa đối chiếu mẫu của Bộ Nội vụ).
 */
export function disposalList(facts: DisposalFacts): DocumentDefinition {
  const { unit, items } = facts

  return onPaper({ ...facts, code: facts.number, title: 'Danh mục hồ sơ hết thời hạn lưu trữ', isArchival: true }, [
    ...heading(facts),
    ...titleLines('DANH MỤC HỒ SƠ HẾT THỜI HẠN LƯU TRỮ', `${policeName(unit)} đề nghị hủy`),
    field('Lý do', facts.reason),
    paragraph(
      `Danh mục gồm ${items.length} hồ sơ. Khi hủy: nội dung kê khai, tên người, giấy tờ và kết quả bị xóa; nhật ký giải quyết và bản kê mã kiểm tra của từng hồ sơ được giữ lại.`,
    ),
    grid(
      [
        { head: 'TT', width: 26, isCentred: true },
        { head: 'Mã hồ sơ', width: 142 },
        { head: 'Thủ tục' },
        { head: 'Kết thúc', width: 58, isCentred: true },
        { head: 'Lưu đến', width: 58, isCentred: true },
      ],
      items.map(({ code, procedure, endedOn, keptUntil }, index) => [
        String(index + 1),
        code,
        procedure,
        endedOn,
        keptUntil,
      ]),
    ),
    signatures([
      {
        office: ['NGƯỜI LẬP DANH MỤC'],
        how: '(Ký, ghi rõ họ tên)',
        instead: confirmedAt(facts.proposedAt),
        name: signedName(facts.proposedBy),
      },
      commanderSignature(unit, facts.commander, facts.isDemo),
    ]),
  ])
}
