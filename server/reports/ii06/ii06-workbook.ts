import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { type Ii06Counts, ii06Columns } from '#shared/reports/ii06.ts'
import { formatDay, formatTime } from '#shared/text/format.ts'
import { type Ii06Facts, ii06ColumnHeads } from '../../documents/ii06-facts.ts'

type Cell = CellObject | null

const bordered = { borderStyle: 'thin', borderColor: '#000000' } as const
const centred = { align: 'center', alignVertical: 'center' } as const
const text = (value: string, more: Partial<CellObject> = {}): Cell => ({ type: String, value, ...more })
const head = (value: string, more: Partial<CellObject> = {}): Cell =>
  text(value, { fontWeight: 'bold', wrap: true, ...bordered, ...centred, ...more })
const blanks = (count: number): Cell[] => Array.from({ length: count }, () => null)

/**
 * Biểu II.06 as a workbook in the layout of the form: merged headings, numbers and days as cells of their kind, the
 * block for signatures. Texts are typed as texts and can never become formulas.
 */
export async function ii06Workbook(facts: Ii06Facts): Promise<Buffer> {
  const data: SheetData = [...titleRows(facts), ...headRows(), ...figureRows(facts), ...footRows(facts)]

  return writeExcelFile(data, {
    sheet: 'Biểu II.06',
    columns: [{ width: 6 }, { width: 46 }, ...ii06Columns.map(() => ({ width: 11 }))],
    orientation: 'landscape',
    stickyRowsCount: titleRowCount + headRowCount,
    stickyColumnsCount: 2,
  }).toBuffer()
}

const titleRowCount = 6
const headRowCount = 4

const titleRows = (facts: Ii06Facts): Cell[][] => [
  [
    text('Biểu số II.06', { fontWeight: 'bold', columnSpan: 2 }),
    null,
    text('TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', {
      fontWeight: 'bold',
      fontSize: 14,
      columnSpan: 7,
      ...centred,
    }),
    ...blanks(6),
    text(`Đơn vị báo cáo: ${facts.unitName}`, { columnSpan: 4 }),
    ...blanks(3),
  ],
  [
    text('Ban hành theo Thông tư số 01/2020/TT-VPCP', { fontStyle: 'italic', columnSpan: 2 }),
    null,
    text(`Kỳ báo cáo: ${facts.periodLabel}`, { columnSpan: 7, ...centred }),
    ...blanks(6),
    text(`Đơn vị nhận báo cáo: ${facts.receiverName}`, { columnSpan: 4 }),
    ...blanks(3),
  ],
  [
    null,
    null,
    null,
    text('Từ ngày', { align: 'right' }),
    day(facts.from),
    text('đến ngày', { align: 'right' }),
    day(facts.to),
    ...blanks(2),
    text('Đơn vị tính: Số hồ sơ TTHC', { fontStyle: 'italic', columnSpan: 4 }),
    ...blanks(3),
  ],
  [text(stateOf(facts), { fontWeight: 'bold', columnSpan: 13 }), ...blanks(12)],
  [text(facts.sealed ? `SHA-256 ${facts.sealed.sha256}` : '', { fontSize: 9, columnSpan: 13 }), ...blanks(12)],
  blanks(13),
]

const stateOf = ({ sealed, corrections, madeAt }: Ii06Facts): string =>
  sealed
    ? `Đã chốt lúc ${formatTime(sealed.at)} ngày ${formatDay(sealed.at)}, người chốt: ${sealed.by}${corrections > 0 ? `; có ${corrections} điều chỉnh sau khi chốt` : ''}`
    : `BẢN NHÁP: số liệu lúc ${formatTime(madeAt)} ngày ${formatDay(madeAt)}, chưa chốt`

const headRows = (): Cell[][] => [
  [
    head('TT', { rowSpan: 3 }),
    head('Lĩnh vực, công việc giải quyết theo cấp', { rowSpan: 3 }),
    head('Số lượng hồ sơ tiếp nhận', { columnSpan: 4 }),
    ...blanks(3),
    head('Số lượng hồ sơ đã giải quyết', { columnSpan: 4 }),
    ...blanks(3),
    head('Số lượng hồ sơ đang giải quyết', { columnSpan: 3 }),
    ...blanks(2),
  ],
  [
    ...blanks(2),
    head(ii06ColumnHeads[3], { rowSpan: 2 }),
    head('Trong kỳ', { columnSpan: 2 }),
    null,
    ...(['6', '7', '8', '9', '10', '11', '12', '13'] as const).map((column) =>
      head(ii06ColumnHeads[column], { rowSpan: 2 }),
    ),
  ],
  [...blanks(3), head(ii06ColumnHeads[4]), head(ii06ColumnHeads[5]), ...blanks(8)],
  ['(1)', '(2)', ...ii06Columns.map((column) => `(${column})`)].map((value) =>
    text(value, { fontStyle: 'italic', ...bordered, ...centred }),
  ),
]

function figureRows({ rows, totals }: Ii06Facts): Cell[][] {
  const row = (number: string, name: string, counts: Ii06Counts, more: Partial<CellObject> = {}): Cell[] => [
    text(number, { ...bordered, ...centred, ...more }),
    text(name, { ...bordered, wrap: true, ...more }),
    ...ii06Columns.map(
      (column): Cell => ({ type: Number, value: counts[column], format: '#,##0', ...bordered, ...more }),
    ),
  ]
  const bold = { fontWeight: 'bold' } as const

  return [
    row('A', 'TTHC thuộc thẩm quyền giải quyết của cấp xã', totals, bold),
    row('I', 'Lĩnh vực đăng ký, quản lý cư trú', totals, bold),
    ...rows.map(({ name, counts }, i) => row(String(i + 1), name, counts)),
    row('', 'Tổng cộng', totals, bold),
  ]
}

const footRows = (facts: Ii06Facts): Cell[][] => [
  blanks(13),
  ...facts.notes.map((note): Cell[] => [text(note, { columnSpan: 13, wrap: true }), ...blanks(12)]),
  blanks(13),
  [
    ...blanks(7),
    text(`${facts.place}, ngày ${formatDay(facts.sealed?.at ?? facts.madeAt)}`, {
      fontStyle: 'italic',
      columnSpan: 6,
      ...centred,
    }),
    ...blanks(5),
  ],
  [
    text('NGƯỜI LẬP BIỂU', { fontWeight: 'bold', columnSpan: 2, ...centred }),
    ...blanks(6),
    text('THỦ TRƯỞNG ĐƠN VỊ', { fontWeight: 'bold', columnSpan: 6, ...centred }),
    ...blanks(5),
  ].slice(0, 13),
  [
    text('(Ký, ghi rõ họ tên)', { fontStyle: 'italic', columnSpan: 2, ...centred }),
    ...blanks(6),
    text(facts.sealed ? facts.sealed.by : '(Ký, đóng dấu, ghi rõ họ tên)', { columnSpan: 6, ...centred }),
    ...blanks(5),
  ].slice(0, 13),
]

/** Midnight in UTC: Excel knows no zones and shows the day as it is. */
const day = (iso: string): Cell => ({ type: Date, value: new Date(`${iso}T00:00:00Z`), format: 'dd/mm/yyyy' })
