import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import encodeQR from 'qr'
import { contentWidth } from './page.ts'
import { plain } from './words.ts'

const lineWidth = 0.6

/** Thin lines all around, as on printed forms. */
export const gridLayout = {
  hLineWidth: () => lineWidth,
  vLineWidth: () => lineWidth,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

/** `Nơi thường trú: xã Toàn Lưu …`; dots where nothing is known, for a pen. */
export const field = (label: string, value: string | undefined, bold = false): Content => ({
  text: [`${label}: `, { text: plain(value ?? '') || blank, bold: bold && Boolean(value) }],
  margin: [0, 0, 0, 4],
})

const blank = '…………………………'

/** Two short fields on one line. */
export const fieldPair = (first: [string, string | undefined], second: [string, string | undefined]): Content => ({
  columns: [first, second].map((each): Column => ({ width: (contentWidth - 12) / 2, stack: [field(...each)] })),
  columnGap: 12,
})

/** A sentence or more, with the first line 1 cm in (NĐ 30/2020/NĐ-CP, Phụ lục I mục II.6). */
export const paragraph = (text: string): Content => ({
  text: plain(text),
  alignment: 'justify',
  leadingIndent: 28,
  margin: [0, 0, 0, 6],
})

export const subtitle = (text: string): Content => ({ text: plain(text), bold: true, margin: [0, 6, 0, 4] })

/** The same under a `titleRow`, which has no line above it on any page. */
export const titledLayout = { ...gridLayout, hLineWidth: (line: number) => (line === 0 ? 0 : lineWidth) }

/** What a table of texts says about one column; `width` in points, the columns without one share the rest. */
export interface GridColumn {
  head: string
  width?: number
  isCentred?: boolean
}

/**
 * A table of texts with its head repeated on each page; a row is not torn in two unless it is long. `title` stands
 * over it, and never alone at the end of a page.
 */
export function grid(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  { title, isTitleBold = true }: { title?: string; isTitleBold?: boolean } = {},
): Content {
  const heads = columns.map(
    ({ head }): TableCell => ({ text: head, bold: true, alignment: 'center', verticalAlignment: 'middle' }),
  )
  const cells = rows.map((row) =>
    row.map(
      (text, column): TableCell => ({ text: plain(text), alignment: columns[column]?.isCentred ? 'center' : 'left' }),
    ),
  )

  return {
    table: {
      headerRows: title ? 2 : 1,
      ...keptTogether(...rows.flat()),
      widths: columnWidths(columns.map(({ width }) => width)),
      body: [...(title ? [titleRow(title, columns.length, isTitleBold)] : []), heads, ...cells],
    },
    layout: title ? titledLayout : gridLayout,
    fontSize: 12,
    margin: [0, 2, 0, 8],
  }
}

/**
 * Whether what may not be torn will find room on a page, in a column as narrow as 90 points. Where it would not,
 * pdfmake leaves it out without a word; so what is longer is allowed to run on to the next page.
 */
export const fitsOnPage = (...texts: readonly string[]): boolean =>
  texts.every((text) => text.length + 40 * (text.split('\n').length - 1) <= 600)

/** For a table of these texts: no row is torn, and the head keeps its first row; or neither, when one is too long. */
export const keptTogether = (...texts: readonly string[]) =>
  fitsOnPage(...texts)
    ? { dontBreakRows: true, keepWithHeaderRows: 1 }
    : { dontBreakRows: false, keepWithHeaderRows: 0 }

/** A table's first row as its heading: over all columns, and without a frame but the line below. */
export const titleRow = (title: string, columns: number, bold = true): TableCell[] =>
  Array.from(
    { length: columns },
    (_, i): TableCell => ({
      text: i === 0 ? plain(title) : '',
      bold,
      fontSize: bold ? 13 : 12,
      colSpan: i === 0 ? columns : 1,
      border: [false, false, false, true],
      margin: [-4, 4, 0, 1],
    }),
  )

/**
 * Widths that fill the page whatever is written in the cells. pdfmake's own `*` grows with the longest word, until an
 * address without spaces pushes the table over the edge of the paper.
 */
export function columnWidths(widths: readonly (number | undefined)[], padding = 4): number[] {
  const taken = widths.reduce<number>((sum, width = 0) => sum + width + 2 * padding + lineWidth, lineWidth)
  const open = widths.filter((width) => width === undefined).length

  return widths.map((width) => width ?? (contentWidth - taken) / open)
}

/** A number in twelve boxes, one digit each, as on CT01; more boxes for a longer one, empty ones where it is missing. */
export function digitBoxes(digits: string | undefined): Content {
  const characters = [...plain(digits ?? '')]
  const boxes = Math.max(12, characters.length)

  return {
    table: {
      widths: Array.from({ length: boxes }, () => 12),
      heights: 15,
      body: [Array.from({ length: boxes }, (_, i): TableCell => ({ text: characters[i] ?? ' ', alignment: 'center' }))],
    },
    layout: { ...gridLayout, paddingLeft: () => 1, paddingRight: () => 1, paddingTop: () => 1, paddingBottom: () => 0 },
    fontSize: 12,
  }
}

/** A box to tick, and whether it is. */
export const tickBox = (label: string, isTicked: boolean): Column => ({
  width: 'auto',
  columns: [
    {
      width: 11,
      canvas: [
        { type: 'rect', x: 0, y: 3, w: 10, h: 10, lineWidth: 0.7 },
        ...(isTicked
          ? ([
              { type: 'line', x1: 2, y1: 8, x2: 4.5, y2: 11, lineWidth: 1.3 },
              { type: 'line', x1: 4.5, y1: 11, x2: 9, y2: 4, lineWidth: 1.3 },
            ] as const)
          : []),
      ],
    },
    { width: 'auto', text: label },
  ],
  columnGap: 4,
})

/** One who signs: the office in capitals, how, and the name under the place for the signature. */
export interface Signature {
  office: readonly string[]
  how: string
  name: string
  /** What stands where the pen would write, when it was confirmed otherwise. */
  instead?: string
}

/** As much as a round stamp of 36 mm needs together with a signature across it. */
const signatureHeight = 62

/** The block at the end: signatures side by side, their names on one line, never torn apart by the end of a page. */
export const signatures = (blocks: readonly Signature[]): Content => signatureTable(blocks.map(signatureCells))

/**
 * The end of a paper that one person signs: to whom it goes on the left (NĐ 30/2020/NĐ-CP, Phụ lục I mục II.9), the
 * signature on the right. `last` is the paragraph before it, kept with it so that no signature stands alone on a page.
 */
export const closing = (
  { last = [], to, beside = [] }: { last?: Content[]; to: readonly string[]; beside?: Content[] },
  by: Signature,
): Content => ({
  unbreakable: true,
  stack: [
    ...last,
    signatureTable([
      [{ stack: [...recipients(to), ...beside], alignment: 'left', rowSpan: 4 }, {}, {}, {}],
      signatureCells(by),
    ]),
  ],
})

const signatureCells = ({ office, how, name, instead }: Signature): TableCell[] => [
  { stack: office.map((line): Content => ({ text: line, bold: true })) },
  { text: how, italics: true, fontSize: 11 },
  { text: instead ?? '', italics: true, fontSize: 11, verticalAlignment: 'middle' },
  { text: plain(name), bold: true },
]

/** Each column is one who signs; the rows are office, how, the free space, and name. */
const signatureTable = (columns: readonly TableCell[][]): Content => ({
  table: {
    widths: columns.map(() => contentWidth / columns.length),
    heights: (row) => (row === 2 ? signatureHeight : 'auto'),
    body: [0, 1, 2, 3].map((row) => columns.map((cells) => cells[row] ?? {})),
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
  alignment: 'center',
  unbreakable: true,
  margin: [0, 10, 0, 0],
})

const recipients = (lines: readonly string[]): Content[] => [
  { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
  ...lines.map((line, i): Content => ({ text: `- ${plain(line)}${i === lines.length - 1 ? '.' : ';'}`, fontSize: 11 })),
]

/** A QR code of this address. The quiet zone of four modules is part of it. */
export const qrCode = (url: string, width: number): Content => ({
  svg: encodeQR(url, 'svg', { ecc: 'medium', border: 4 }),
  width,
})
