import type { Content, TableCell } from 'pdfmake/interfaces'
import { formatDay, formatIsoDay, formatTime } from '#shared/text/format.ts'
import { gridLayout, keptTogether } from './blocks.ts'
import type { LogbookFacts, LogbookRow } from './desk-book-facts.ts'
import { mm, onPaper } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { capitals, officialDate, plain, policeName } from './words.ts'

/** A4 across, between margins of 20 and 15 mm. */
const width = mm(297 - 20 - 15)

/**
 * Sổ theo dõi hồ sơ of a unit for some days, every dossier filed in them.
 *
 * Mẫu số 07, Phụ lục I TT 03/2025/TT-VPCP; tên các cột theo trí nhớ, chưa đối chiếu văn bản.
 */
export function logbook(facts: LogbookFacts): DocumentDefinition {
  const paper = onPaper(
    {
      title: 'Sổ theo dõi hồ sơ',
      code: `${policeName(facts.unit)}, ${formatIsoDay(facts.from)} – ${formatIsoDay(facts.to)}`,
      madeAt: facts.madeAt,
      isDemo: facts.isDemo,
      fontSize: 11,
    },
    [
      head(facts),
      facts.rows.length === 0
        ? { text: 'Không có hồ sơ nào được nộp trong những ngày này.', italics: true }
        : table(facts.rows),
      {
        text: `${plain(facts.unit.name)}, ${officialDate(facts.madeAt)}. Sổ có ${facts.rows.length} hồ sơ.`,
        italics: true,
        alignment: 'right',
        margin: [0, 6, 0, 0],
      },
    ],
  )

  return { ...paper, pageOrientation: 'landscape', pageMargins: [mm(20), mm(15), mm(15), mm(18)] }
}

const head = ({ unit, province, from, to }: LogbookFacts): Content => ({
  columns: [
    {
      width: width * 0.3,
      stack: [{ text: `CÔNG AN TỈNH ${capitals(province)}` }, { text: capitals(policeName(unit)), bold: true }],
    },
    {
      width: width * 0.42,
      alignment: 'center',
      stack: [
        { text: 'SỔ THEO DÕI HỒ SƠ', bold: true, fontSize: 14 },
        { text: `Từ ngày ${formatIsoDay(from)} đến ngày ${formatIsoDay(to)}`, margin: [0, 2, 0, 0] },
      ],
    },
    {
      width: width * 0.28,
      text: 'Mẫu số 07 (Thông tư số 03/2025/TT-VPCP)',
      italics: true,
      fontSize: 10,
      alignment: 'right',
    },
  ],
  margin: [0, 0, 0, 8],
})

interface BookColumn {
  head: string
  width: number
  isCentred?: true
  value(row: LogbookRow, index: number): string
}

const instantText = (at: Date | null) => (at ? `${formatTime(at)}\n${formatDay(at)}` : '')

/** One set of papers each: the forms of residence ask for no more ("01 bộ"). */
const columns: readonly BookColumn[] = [
  { head: 'TT', width: 18, isCentred: true, value: (_row, index) => String(index + 1) },
  { head: 'Mã hồ sơ', width: 100, value: ({ code }) => code },
  { head: 'Tên thủ tục hành chính', width: 76, value: ({ procedureName }) => procedureName },
  { head: 'Số bộ', width: 20, isCentred: true, value: () => '01' },
  { head: 'Tên tổ chức, cá nhân', width: 66, value: ({ applicantName }) => applicantName },
  { head: 'Địa chỉ, số điện thoại', width: 82, value: ({ contact }) => contact },
  { head: 'Nộp', width: 46, isCentred: true, value: ({ filedAt }) => instantText(filedAt) },
  { head: 'Nhận hồ sơ', width: 46, isCentred: true, value: ({ acceptedAt }) => instantText(acceptedAt) },
  { head: 'Hẹn trả', width: 46, isCentred: true, value: ({ dueAt }) => instantText(dueAt) },
  { head: 'Trả kết quả', width: 46, isCentred: true, value: ({ returnedAt }) => instantText(returnedAt) },
  { head: 'Cách trả', width: 36, value: ({ method }) => method },
]
const padding = 6
const noteWidth = width - columns.reduce((sum, { width: each }) => sum + each + padding + 0.6, padding + 0.6)
const allColumns: readonly BookColumn[] = [...columns, { head: 'Ghi chú', width: noteWidth, value: ({ note }) => note }]

function table(rows: readonly LogbookRow[]): Content {
  const heads = allColumns.map(
    ({ head: text }): TableCell => ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle' }),
  )
  const cells = rows.map((row, index) =>
    allColumns.map(
      ({ value, isCentred }): TableCell => ({
        text: plain(value(row, index)),
        alignment: isCentred ? 'center' : 'left',
      }),
    ),
  )

  return {
    table: {
      headerRows: 1,
      ...keptTogether(...rows.flatMap((row) => allColumns.map(({ value }) => value(row, 0)))),
      widths: allColumns.map(({ width: each }) => each),
      body: [heads, ...cells],
    },
    layout: { ...gridLayout, paddingLeft: () => padding / 2, paddingRight: () => padding / 2 },
    fontSize: 9,
  }
}
