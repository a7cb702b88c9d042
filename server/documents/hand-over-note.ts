import type { Content } from 'pdfmake/interfaces'
import { field, grid, paragraph, signatures } from './blocks.ts'
import type { DocumentFacts, Officer } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { confirmedAt, officialInstant, policeName, signedName } from './words.ts'

export interface HandOverFacts extends DocumentFacts {
  receivedBy: string
  results: readonly { name: string; number: string }[]
  officer: Officer
  /** What was written on the touch pad, as the data URL of a PNG. */
  signature: string
}

/**
 * Giấy ký nhận kết quả: that somebody received the results, in that person's own hand.
 *
 * Not one of the ministry's forms: it stands in the place of the signature in the logbook (form 07 of TT
 * 03/2025/TT-VPCP, Phụ lục I), which asks for one.
 */
export function handOverNote(facts: HandOverFacts): DocumentDefinition {
  const { applicant, unit, receivedBy, results } = facts

  return onPaper({ ...facts, title: 'Giấy ký nhận kết quả', isArchival: true }, [
    ...heading(facts),
    ...titleLines('GIẤY KÝ NHẬN KẾT QUẢ', `Mã hồ sơ: ${facts.code}`),
    field('Người nộp hồ sơ', applicant.name, true),
    field('Thủ tục', facts.procedureName),
    field('Nơi trả kết quả', policeName(unit)),
    grid(
      [
        { head: 'TT', width: 28, isCentred: true },
        { head: 'Giấy đã nhận' },
        { head: 'Số', width: 110, isCentred: true },
      ],
      results.map(({ name, number }, index) => [String(index + 1), name, number]),
    ),
    paragraph(`Tôi đã nhận đủ các giấy trên lúc ${officialInstant(facts.madeAt)}.`),
    signatures([
      {
        office: ['NGƯỜI TRẢ KẾT QUẢ'],
        how: '(Ký, ghi rõ họ tên)',
        instead: confirmedAt(facts.madeAt),
        name: signedName(facts.officer),
      },
      { office: ['NGƯỜI NHẬN KẾT QUẢ'], how: '(Ký trên bảng ký)', name: '' },
    ]),
    drawn(facts.signature, receivedBy),
  ])
}

/** The signature under its title, over the name of whoever wrote it. */
const drawn = (picture: string, name: string): Content => ({
  stack: [
    { image: picture, fit: [180, 60], alignment: 'right', relativePosition: { x: -30, y: -82 } },
    { text: name, bold: true, alignment: 'right', relativePosition: { x: -60, y: -16 } },
  ],
})
