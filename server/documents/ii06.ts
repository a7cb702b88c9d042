import type { Content, TableCell } from 'pdfmake/interfaces'
import { type Ii06Column, type Ii06Counts, ii06Columns } from '#shared/reports/ii06.ts'
import { formatIsoDay } from '#shared/text/format.ts'
import { gridLayout } from './blocks.ts'
import { type Ii06Facts, ii06ColumnHeads } from './ii06-facts.ts'
import { mm, onPaper } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { confirmedAt, hashGroups, officialDate, officialInstant, plain } from './words.ts'

/** A4 across, between margins of 20 and 15 mm. */
const width = mm(297 - 20 - 15)

/**
 * Biểu II.06, tình hình, kết quả giải quyết thủ tục hành chính: across, with the thirteen columns of the form and the
 * hash of what was sealed; a report that was not sealed says on every page that it is a draft.
 *
 * Mẫu theo TT 01/2020/TT-VPCP; chữ cái của biểu dùng cho Công an cấp xã chưa được xác minh.
 */
export function ii06(facts: Ii06Facts): DocumentDefinition {
  const code = facts.sealed ? `SHA-256 ${facts.sealed.sha256}` : 'BẢN NHÁP – chưa chốt'
  const paper = onPaper({ title: 'Biểu II.06', code, madeAt: facts.madeAt, isDemo: facts.isDemo, fontSize: 11 }, [
    head(facts),
    table(facts),
    { ul: facts.notes.map(plain), fontSize: 10, margin: [0, 6, 0, 0] },
    seal(facts),
    signatures(facts),
  ])

  return {
    ...paper,
    info: { ...paper.info, title: `Biểu II.06 ${plain(facts.unitName)} ${facts.from} ${facts.to}` },
    pageOrientation: 'landscape',
    pageMargins: [mm(20), mm(15), mm(15), mm(18)],
    ...(!facts.sealed && {
      watermark: { text: 'BẢN NHÁP', color: '#808080', opacity: 0.13, bold: true, angle: -25 },
    }),
  }
}

const head = (facts: Ii06Facts): Content => ({
  columns: [
    {
      width: width * 0.25,
      stack: [
        { text: 'Biểu số II.06', bold: true },
        { text: 'Ban hành theo Thông tư số 01/2020/TT-VPCP', italics: true, fontSize: 10 },
      ],
    },
    {
      width: width * 0.45,
      alignment: 'center',
      stack: [
        { text: 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT\nTHỦ TỤC HÀNH CHÍNH', bold: true, fontSize: 13 },
        { text: `Kỳ báo cáo: ${plain(facts.periodLabel)}`, margin: [0, 4, 0, 0] },
        { text: `(Từ ngày ${formatIsoDay(facts.from)} đến ngày ${formatIsoDay(facts.to)})`, italics: true },
      ],
    },
    {
      width: width * 0.3,
      stack: [
        { text: ['Đơn vị báo cáo: ', { text: plain(facts.unitName), bold: true }] },
        { text: ['Đơn vị nhận báo cáo: ', { text: plain(facts.receiverName), bold: true }] },
        { text: 'Đơn vị tính: Số hồ sơ TTHC', italics: true, margin: [0, 4, 0, 0] },
      ],
    },
  ],
  margin: [0, 0, 0, 8],
})

const figures = 40
const cellPadding = 8.6
function table({ rows, totals }: Ii06Facts): Content {
  const heading = (text: string, more: Partial<{ colSpan: number; rowSpan: number }> = {}): TableCell => ({
    text,
    bold: true,
    alignment: 'center',
    verticalAlignment: 'middle',
    ...more,
  })
  const sub = (column: Ii06Column, more = {}) => heading(ii06ColumnHeads[column], more)
  const row = (number: string, name: string, counts: Ii06Counts, bold = false): TableCell[] => [
    { text: number, alignment: 'center', bold },
    { text: plain(name), bold },
    ...ii06Columns.map((column): TableCell => ({ text: String(counts[column]), alignment: 'right', bold })),
  ]

  return {
    table: {
      headerRows: 4,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [22, width - 22 - 11 * figures - 13 * cellPadding, ...ii06Columns.map(() => figures)],
      body: [
        [
          heading('TT', { rowSpan: 3 }),
          heading('Lĩnh vực, công việc giải quyết theo cấp', { rowSpan: 3 }),
          heading('Số lượng hồ sơ tiếp nhận', { colSpan: 4 }),
          '',
          '',
          '',
          heading('Số lượng hồ sơ đã giải quyết', { colSpan: 4 }),
          '',
          '',
          '',
          heading('Số lượng hồ sơ đang giải quyết', { colSpan: 3 }),
          '',
          '',
        ],
        [
          '',
          '',
          sub('3', { rowSpan: 2 }),
          heading('Trong kỳ', { colSpan: 2 }),
          '',
          sub('6', { rowSpan: 2 }),
          ...(['7', '8', '9', '10', '11', '12', '13'] as const).map((column) => sub(column, { rowSpan: 2 })),
        ],
        ['', '', '', sub('4'), sub('5'), '', '', '', '', '', '', '', ''],
        ['(1)', '(2)', ...ii06Columns.map((column) => `(${column})`)].map(
          (text): TableCell => ({ text, italics: true, alignment: 'center', fontSize: 9 }),
        ),
        row('A', 'TTHC thuộc thẩm quyền giải quyết của cấp xã', totals, true),
        row('I', 'Lĩnh vực đăng ký, quản lý cư trú', totals, true),
        ...rows.map(({ name, counts }, i) => row(String(i + 1), name, counts)),
        row('', 'Tổng cộng', totals, true),
      ],
    },
    layout: gridLayout,
    fontSize: 10,
  }
}

const seal = ({ sealed, corrections, madeAt }: Ii06Facts): Content =>
  sealed
    ? {
        stack: [
          { text: `Đã chốt lúc ${officialInstant(sealed.at)}. SHA-256 của báo cáo đã chốt:` },
          { text: hashGroups(sealed.sha256), fontSize: 9 },
          ...(corrections > 0
            ? [{ text: `Sau khi chốt có ${corrections} điều chỉnh được đánh số, xem bản điều chỉnh.`, bold: true }]
            : []),
        ],
        fontSize: 10,
        margin: [0, 6, 0, 0],
      }
    : {
        text: `BẢN NHÁP: số liệu lúc ${officialInstant(madeAt)}, còn có thể thay đổi. Chưa phải báo cáo đã gửi.`,
        bold: true,
        fontSize: 10,
        margin: [0, 6, 0, 0],
      }

const signatures = ({ place, sealed, madeAt }: Ii06Facts): Content => ({
  unbreakable: true,
  margin: [0, 8, 0, 0],
  columns: [
    {
      width: '50%',
      alignment: 'center',
      stack: [
        { text: ' ' },
        { text: 'NGƯỜI LẬP BIỂU', bold: true },
        { text: '(Ký, ghi rõ họ tên)', italics: true, fontSize: 10 },
      ],
    },
    {
      width: '50%',
      alignment: 'center',
      stack: [
        { text: `${plain(place)}, ${officialDate(sealed?.at ?? madeAt)}`, italics: true },
        { text: 'THỦ TRƯỞNG ĐƠN VỊ', bold: true },
        { text: '(Ký, đóng dấu, ghi rõ họ tên)', italics: true, fontSize: 10 },
        ...(sealed
          ? [
              {
                text: confirmedAt(sealed.at),
                italics: true,
                fontSize: 10,
                margin: [0, 14, 0, 10] as [number, number, number, number],
              },
              { text: plain(sealed.by), bold: true },
            ]
          : [{ text: ' ', margin: [0, 40, 0, 0] as [number, number, number, number] }]),
      ],
    },
  ],
})
