import type { Content, Style, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { PoliceUnit } from './inputs.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { capitals, officialDate, plain, policeName } from './words.ts'

/** Millimetres in points. */
export const mm = (length: number): number => length * 2.834_65

/** A4 with margins left 30, top 20, right 15, bottom 20 mm (NĐ 30/2020/NĐ-CP, Phụ lục I mục I.4). */
const margins: [number, number, number, number] = [mm(30), mm(20), mm(15), mm(20)]
export const contentWidth = mm(210 - 30 - 15)

const demoWords = 'BẢN MÔ PHỎNG – không có giá trị pháp lý'

/** What every document of the desk has around its content. */
export interface PageFrame {
  title: string
  code: string
  madeAt: Date
  isDemo: boolean
  fontSize?: number
  /** A result, which is kept for decades: written as PDF/A-3b (ISO 19005-3), with all that is needed to show it. */
  isArchival?: boolean
}

/** Puts content on official paper: margins, font, page numbers from the second page on, the footer of a demonstration. */
export function onPaper(
  { title, code, madeAt, isDemo, fontSize = 13, isArchival = false }: PageFrame,
  content: Content[],
): DocumentDefinition {
  return {
    ...(isArchival && { version: '1.7', subset: 'PDF/A-3b' }),
    pageSize: 'A4',
    pageMargins: margins,
    language: 'vi',
    info: { title: `${title} ${plain(code)}`, subject: title, creationDate: madeAt },
    defaultStyle: { font: 'Tinos', fontSize, lineHeight: 1.12, fontFeatures: plainSetting },
    header: pageNumber,
    footer: footerOf(plain(code), isDemo),
    content,
  }
}

/**
 * No kerning, as in papers that Word makes, and no marks to be placed, for all letters are composed: without these
 * fontkit need not read the font's positioning tables for every document, which takes as long as all the rest.
 * It takes them as switches; the types of pdfmake know only the list of those that are on.
 */
const plainSetting = { kern: false, mark: false, mkmk: false } as unknown as Style['fontFeatures']

const pageNumber: TDocumentDefinitions['header'] = (page) =>
  page > 1 ? { text: String(page), alignment: 'center', fontSize: 13, margin: [mm(15), mm(10), 0, 0] } : ''

const footerOf =
  (code: string, isDemo: boolean): TDocumentDefinitions['footer'] =>
  (page, pages) => ({
    margin: [mm(30), mm(6), mm(15), 0],
    fontSize: 9,
    color: '#444444',
    columns: [
      { text: code, width: 'auto' },
      { text: isDemo ? demoWords : '', bold: true, alignment: 'center', width: '*' },
      { text: pages > 1 ? `Trang ${page}/${pages}` : '', alignment: 'right', width: 'auto' },
    ],
  })

/** Quốc hiệu needs 250 points on one line. */
const columns = { left: 206, right: contentWidth - 206 }

/** Who issues the paper, of which number, where and when; and the name of the country with its motto. */
export interface Heading {
  unit: PoliceUnit
  province: string
  madeAt: Date
  number?: string
  /** "Mẫu CT04", at the top right, above everything. */
  mark?: string
}

/**
 * The head of an official paper in two columns: superior and issuing body with the number, and Quốc hiệu, tiêu ngữ
 * with place and date (NĐ 30/2020/NĐ-CP, Phụ lục I mục II.1 to II.4).
 *
 * The place of a commune's paper is the commune's own name.
 */
export function heading({ unit, province, madeAt, number, mark }: Heading): Content[] {
  const left: Content[] = [
    { text: `CÔNG AN TỈNH ${capitals(province)}`, fontSize: 12 },
    { text: issuer(unit), fontSize: 12, bold: true },
    rule(60, columns.left),
    ...(number === undefined ? [] : [{ text: `Số: ${plain(number)}`, margin: [0, 6, 0, 0] } satisfies Content]),
  ]
  const right: Content[] = [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', fontSize: 12, bold: true, noWrap: true },
    { text: 'Độc lập - Tự do - Hạnh phúc', fontSize: 13, bold: true },
    rule(163, columns.right),
    { text: `${plain(unit.name)}, ${officialDate(madeAt)}`, italics: true, margin: [0, 6, 0, 0] },
  ]

  return [
    ...(mark
      ? [{ text: mark, alignment: 'right', fontSize: 10, italics: true, margin: [0, 0, 0, 4] } satisfies Content]
      : []),
    {
      columns: [
        { width: columns.left, stack: left, alignment: 'center' },
        { width: columns.right, stack: right, alignment: 'center' },
      ],
      margin: [0, 0, 0, 14],
    },
  ]
}

/** On one line, or the name on a line of its own: never one word alone below the rest. */
function issuer(unit: PoliceUnit): string {
  const whole = capitals(policeName(unit))

  return whole.length <= 24 ? whole : `CÔNG AN ${capitals(unit.type)}\n${capitals(unit.name)}`
}

/** Quốc hiệu and tiêu ngữ alone, as they stand over what a citizen declares. */
export const motto = (): Content[] => [
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', fontSize: 13, bold: true, alignment: 'center' },
  { text: 'Độc lập - Tự do - Hạnh phúc', fontSize: 13, bold: true, alignment: 'center' },
  rule(163, contentWidth, 10),
]

/** A thin line of this length in the middle of a column of this width. */
function rule(length: number, width: number, below = 0): Content {
  const from = (width - length) / 2

  return {
    canvas: [{ type: 'line', x1: from, y1: 1, x2: from + length, y2: 1, lineWidth: 0.6 }],
    alignment: 'left',
    margin: [0, 0, 0, below],
  }
}

/** The name of the kind of paper, and what it is about. */
export const titleLines = (title: string, about?: string): Content[] => [
  { text: title, fontSize: 14, bold: true, alignment: 'center', margin: [0, 0, 0, about ? 2 : 8] },
  ...(about ? [{ text: plain(about), bold: true, alignment: 'center', margin: [0, 0, 0, 10] } satisfies Content] : []),
]
