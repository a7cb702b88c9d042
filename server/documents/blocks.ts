import encodeQR from 'qr'
import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import { plain } from './words.ts'

/** Thin lines all around, as on printed forms. */
export const gridLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
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
  columns: [field(...first), field(...second)],
  columnGap: 12,
})

export const paragraph = (text: string, more: { bold?: boolean; italics?: boolean; indent?: boolean } = {}): Content => ({
  text: plain(text),
  alignment: 'justify',
  leadingIndent: more.indent === false ? 0 : 28,
  bold: more.bold ?? false,
  italics: more.italics ?? false,
  margin: [0, 0, 0, 6],
})

export const subtitle = (text: string): Content => ({ text: plain(text), bold: true, margin: [0, 6, 0, 4], headlineLevel: 1 })

/** A table of texts with its head repeated on each page; a row is never torn in two unless it is longer than a page. */
export function grid(heads: readonly string[], widths: readonly (number | '*')[], rows: readonly (readonly string[])[], centred: readonly number[] = []): Content {
  const cell = (text: string, column: number): TableCell => ({ text: plain(text), alignment: centred.includes(column) ? 'center' : 'left' })

  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [...widths],
      body: [
        heads.map((text): TableCell => ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle' })),
        ...rows.map((row) => row.map(cell)),
      ],
    },
    layout: gridLayout,
    fontSize: 12,
    margin: [0, 2, 0, 8],
  }
}

/** A number in boxes, one digit each, as identity numbers stand on CT01. Empty boxes where it is missing. */
export function digitBoxes(digits: string | undefined, boxes = 12): Content {
  const characters = [...(digits ?? '')].slice(0, boxes)

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
  stack: [...last, signatureTable([[{ stack: [...recipients(to), ...beside], alignment: 'left', rowSpan: 4 }, {}, {}, {}], signatureCells(by)])],
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
    widths: columns.map(() => '*'),
    heights: (row) => (row === 2 ? signatureHeight : 'auto'),
    body: [0, 1, 2, 3].map((row) => columns.map((cells) => cells[row] ?? {})),
  },
  layout: { defaultBorder: false, paddingTop: () => 0, paddingBottom: () => 0 },
  alignment: 'center',
  unbreakable: true,
  margin: [0, 10, 0, 0],
})

const recipients = (lines: readonly string[]): Content[] => [
  { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
  ...lines.map((line, i): Content => ({ text: `- ${plain(line)}${i === lines.length - 1 ? '.' : ';'}`, fontSize: 11 })),
]

/** A QR code of this address. The quiet zone of four modules is part of it. */
export const qrCode = (url: string, width: number): Content => ({ svg: encodeQR(url, 'svg', { ecc: 'medium', border: 4 }), width })
