/** One object of a PDF as it is written in the file: what stands between `obj` and `endobj`. */
export interface PdfObject {
  id: number
  text: string
}

/** What an update behind a PDF must know of it. */
export interface PdfTail {
  /** Where its cross-reference table begins. */
  startXref: number
  size: number
  root: number
  info: string
  fileId: string
}

/**
 * The end of a PDF with a classic cross-reference table, as the desk's own documents have it. Throws for others:
 * nothing else is ever signed here.
 */
export function readTail(pdf: Buffer): PdfTail {
  const text = pdf.subarray(pdf.lastIndexOf('trailer')).toString('latin1')
  const size = /\/Size (\d+)/.exec(text)?.[1]
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1]
  const startXref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  if (!size || !root || !startXref) throw new Error('not a PDF that ends in a classic trailer')

  return {
    startXref: Number(startXref),
    size: Number(size),
    root: Number(root),
    info: /\/Info \d+ 0 R/.exec(text)?.[0] ?? '',
    fileId: /\/ID \[[^\]]*\]/.exec(text)?.[0] ?? '',
  }
}

/** An object found by the cross-reference table. Dictionaries only: a stream is never changed here. */
export function readObject(pdf: Buffer, { startXref }: PdfTail, id: number): PdfObject {
  const table = pdf.subarray(startXref, pdf.lastIndexOf('trailer')).toString('latin1')
  const entries = table.split('\n').filter((line) => /^\d{10} \d{5} [nf]/.test(line))
  const offset = Number(entries[id]?.slice(0, 10))
  const head = `${id} 0 obj`
  if (!table.startsWith('xref\n0 ') || pdf.toString('latin1', offset, offset + head.length) !== head)
    throw new Error(`object ${id} does not stand where the table says`)

  return { id, text: pdf.toString('latin1', offset + head.length, pdf.indexOf('endobj', offset)).trim() }
}

/** The object number of the first page. */
export function firstPageId(pdf: Buffer, tail: PdfTail): number {
  const pages = /\/Pages (\d+) 0 R/.exec(readObject(pdf, tail, tail.root).text)?.[1]
  const first = pages && /\/Kids \[(\d+) 0 R/.exec(readObject(pdf, tail, Number(pages)).text)?.[1]
  if (!first) throw new Error('the pages are not listed where they should be')

  return Number(first)
}

/** The same dictionary with more entries. Throws when one of them is already there: then it would count twice. */
export function withEntries({ id, text }: PdfObject, entries: Readonly<Record<string, string>>): PdfObject {
  const end = text.lastIndexOf('>>')
  for (const name of Object.keys(entries))
    if (text.includes(`/${name} `)) throw new Error(`object ${id} already has /${name}`)
  const added = Object.entries(entries).map(([name, value]) => `/${name} ${value}`)

  return { id, text: `${text.slice(0, end)}${added.join('\n')}\n${text.slice(end)}` }
}

/**
 * Appends objects behind a PDF as an incremental update (ISO 32000-1, 7.5.6): no byte of what was there changes, and
 * an object with a number that was there replaces it.
 */
export function appendUpdate(pdf: Buffer, tail: PdfTail, objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [pdf, Buffer.from('\n')]
  let length = pdf.length + 1
  const offsets: [id: number, offset: number][] = []
  for (const { id, text } of objects) {
    const bytes = Buffer.from(`${id} 0 obj\n${text}\nendobj\n`, 'latin1')
    offsets.push([id, length])
    parts.push(bytes)
    length += bytes.length
  }
  const size = Math.max(tail.size, ...objects.map(({ id }) => id + 1))
  const table = offsets
    .sort(([a], [b]) => a - b)
    .map(([id, offset]) => `${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  const trailer = `trailer\n<<\n/Size ${size}\n/Root ${tail.root} 0 R\n${tail.info}\n${tail.fileId}\n/Prev ${tail.startXref}\n>>`
  parts.push(Buffer.from(`xref\n${table.join('')}${trailer}\nstartxref\n${length}\n%%EOF\n`, 'latin1'))

  return Buffer.concat(parts)
}

/** Text as a PDF string, in UTF-16 with its mark, so that every Vietnamese letter survives. */
export const pdfText = (text: string): string => {
  const littleEndian = Buffer.from(`\ufeff${text}`, 'utf16le')

  return `<${littleEndian.swap16().toString('hex').toUpperCase()}>`
}

/** An instant as PDF writes it, in UTC. */
export const pdfDate = (at: Date): string => `(D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`
