import { deflateSync } from 'node:zlib'

/** A PDF by hand: a page tree with `pages` pages, and whatever is added. Objects 1 to 3 are catalogue, tree, page. */
export interface PdfParts {
  pages?: number
  /** Goes into the catalogue's dictionary. */
  catalogue?: string
  /** Whole objects, from `10 0 obj` to `endobj`. */
  objects?: readonly string[]
  /** Objects inside an object stream, by number; `wrap` gives the stream's dictionary and bytes. */
  hidden?: Readonly<Record<number, string>>
  wrap?: (content: Buffer) => { dictionary: string; data: Buffer }
  trailer?: string
}

const flate = (content: Buffer) => ({ dictionary: '/Filter /FlateDecode', data: deflateSync(content) })

export function makePdf({
  pages = 1,
  catalogue = '',
  objects = [],
  hidden,
  wrap = flate,
  trailer = '',
}: PdfParts = {}): Buffer {
  const parts: Buffer[] = []
  const add = (text: string) => parts.push(Buffer.from(text, 'latin1'))
  add('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')
  add(`1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n`)
  const kids = Array.from({ length: pages }, (_, i) => `${100 + i} 0 R`).join(' ')
  add(`2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n`)
  for (let i = 0; i < pages; i++)
    add(`${100 + i} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n`)
  for (const object of objects) add(`${object}\n`)
  if (hidden) {
    const { dictionary, data, first, count } = objectStream(hidden, wrap)
    add(`50 0 obj\n<< /Type /ObjStm /N ${count} /First ${first} /Length ${data.length} ${dictionary} >>\nstream\n`)
    parts.push(data)
    add('\nendstream\nendobj\n')
  }
  const at = parts.reduce((sum, { length }) => sum + length, 0)
  add(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 200 /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`)

  return Buffer.concat(parts)
}

function objectStream(hidden: Readonly<Record<number, string>>, wrap: NonNullable<PdfParts['wrap']>) {
  const numbers = Object.keys(hidden)
  const bodies = Object.values(hidden)
  const offsets = bodies.map((_, i) => bodies.slice(0, i).reduce((sum, body) => sum + body.length + 1, 0))
  const head = `${numbers.map((number, i) => `${number} ${offsets[i]}`).join(' ')}\n`
  const { dictionary, data } = wrap(Buffer.from(head + bodies.join('\n'), 'latin1'))

  return { dictionary, data, first: head.length, count: numbers.length }
}
