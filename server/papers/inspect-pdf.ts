import { openObjectStream } from './pdf-object-stream.ts'
import { decodeName, type PdfValue, type ReadBudget, readPdfValue } from './pdf-values.ts'

/** Why a PDF is not taken. `unreadable`: this inspection cannot vouch for it, whatever a viewer may make of it. */
export type PdfRefusal = 'encrypted' | 'active' | 'attachments' | 'too_many_pages' | 'unreadable'

/** A lease contract with its annexes; more is a book, and nobody at the counter reads it on a screen. */
export const pdfPageLimit = 20

/**
 * Looks for what makes a PDF more than pages: encryption, scripts, actions on opening, launching programs, films,
 * and files inside the file. Undefined when none was found.
 *
 * Found: these names anywhere in the plain bytes, also written with `#xx`, in any revision of the file, also in
 * objects that hide inside a stream's data; and the same inside object streams, which are inflated within bounds.
 * What cannot be followed with certainty is refused: an object stream with another filter than Flate, with a
 * predictor, with a key given twice, or whose dictionary is not where an object begins.
 *
 * Not found: faults of a viewer that are reached through fonts or pictures, ordinary links (`/URI`), and text that
 * is painted over. So the file is only ever served as a download, or into a sandboxed frame that cannot reach the desk.
 */
export function inspectPdf(bytes: Buffer): PdfRefusal | undefined {
  const text = bytes.toString('latin1')
  if (hasTooManyEscapes(text)) return 'unreadable'
  const named = nameCounts(text)
  if (named.has('Encrypt')) return 'encrypted'

  const objects = readObjects(bytes, text)
  if (!objects || objects.inflated.length !== (named.get('ObjStm') ?? 0)) return 'unreadable'
  // Another filter can dress an object stream so that its bytes read as harmless; few honest files have both.
  if (objects.inflated.length > 0 && foreignFilters.some((filter) => named.has(filter))) return 'unreadable'

  const names = new Set([
    ...named.keys(),
    ...objects.inflated.flatMap((part) => [...nameCounts(part).keys()]),
    ...objects.names,
  ])
  if (attachmentNames.some((name) => names.has(name))) return 'attachments'
  if (activeNames.some((name) => names.has(name))) return 'active'
  if ([text, ...objects.inflated].some(opensWithAction)) return 'active'
  const pages = objects.pages || objects.leaves
  if (pages === 0) return 'unreadable'

  return pages > pdfPageLimit ? 'too_many_pages' : undefined
}

/** How many pages a viewer will show of a PDF that was found clean; at least one. */
export function pdfPages(bytes: Buffer): number {
  const objects = readObjects(bytes, bytes.toString('latin1'))

  return Math.max(1, objects?.pages || objects?.leaves || 1)
}

const activeNames = [
  'JavaScript',
  'JS',
  'Launch',
  'RichMedia',
  'Rendition',
  'Movie',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
] as const
const attachmentNames = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'EF'] as const
const foreignFilters = ['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode', 'Crypt'] as const

/** `JS`, `EF`, `XFA`: in ten megabytes of compressed data they occur by chance, so they count inside objects only. */
const isShort = (name: string) => name.length <= 3

const space = String.raw`[\0\t\n\f\r ]`
const regular = String.raw`[^\0\t\n\f\r ()<>[\]{}/%]`
const sought = new Set<string>(
  [...activeNames, ...attachmentNames, ...foreignFilters, 'Encrypt', 'ObjStm'].filter((name) => !isShort(name)),
)
const soughtName = new RegExp(`/(${regular}*#${regular}*|(?:${[...sought].join('|')})(?!${regular}))`, 'g')

/** Names that are written in hexadecimal are dear to decode; compressed data has one `#` in 256 bytes by chance. */
function hasTooManyEscapes(text: string): boolean {
  const limit = 10_000 + text.length / 128
  let seen = 0
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    seen += 1
    if (seen > limit) return true
  }

  return false
}

function nameCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [, raw = ''] of text.matchAll(soughtName)) {
    const name = decodeName(raw)
    if (sought.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }

  return counts
}

const openAction = new RegExp(`/(${regular}*#${regular}*|OpenAction(?!${regular}))(?=${space}*(.?))`, 'gs')

/** Going to a page on opening (`[3 0 R /Fit]`) is what LibreOffice writes into every file; anything else is an action. */
const opensWithAction = (text: string) =>
  [...text.matchAll(openAction)].some(([, raw = '', next]) => decodeName(raw) === 'OpenAction' && next !== '[')

interface Objects {
  /** The contents of each object stream. */
  inflated: string[]
  /** Short names inside objects, without the noise of compressed data. */
  names: Set<string>
  /** The largest number of pages that a page tree claims: what viewers show. */
  pages: number
  leaves: number
}

const objectStart = new RegExp(String.raw`(?<!\d)\d{1,10}${space}{1,8}\d{1,5}${space}{1,8}obj`, 'g')

const lookAhead = 4_096

/** All object streams of a file together; twenty pages need some hundred kilobytes. */
const inflatedLimit = 64 * 1024 * 1024

/**
 * Reads every `n n obj`, wherever it stands: the cross-reference table may point into any bytes. Undefined when an
 * object stream cannot be vouched for, or when the file is made to be read without end.
 */
function readObjects(bytes: Buffer, text: string): Objects | undefined {
  const objects: Objects = { inflated: [], names: new Set(), pages: 0, leaves: 0 }
  const budget: ReadBudget = { left: 4 * text.length + 1_000_000 }
  let inflatedSize = 0
  for (const { index, 0: start } of text.matchAll(objectStart)) {
    const from = index + start.length
    const read = readPdfValue(text, from, budget)
    if (budget.left <= 0) return undefined
    if (!read) {
      // A forgiving viewer reads on where this stops: then it would unpack by another dictionary than the one seen.
      if (nameCounts(text.slice(from, from + lookAhead)).has('ObjStm')) return undefined
      budget.left -= lookAhead
      continue
    }
    note(read.value, read.names, objects)
    if (typeOf(read.value) !== 'ObjStm') continue
    const opened = openObjectStream(bytes, text, read)
    inflatedSize += opened?.text.length ?? 0
    if (!opened || inflatedSize > inflatedLimit || hasTooManyEscapes(opened.text)) return undefined
    objects.inflated.push(opened.text)
    budget.left += 4 * opened.text.length
    for (const at of opened.starts) {
      const inner = readPdfValue(opened.text, at, budget)
      if (inner) note(inner.value, inner.names, objects)
    }
  }

  return objects
}

function note(value: PdfValue, names: Set<string>, objects: Objects) {
  for (const name of names) if (isShort(name)) objects.names.add(name)
  if (value.kind !== 'dictionary') return
  const type = typeOf(value)
  if (type === 'Page') objects.leaves += 1
  const count = value.entries.get('Count')
  if (type === 'Pages' && count?.kind === 'number') objects.pages = Math.max(objects.pages, count.number)
}

function typeOf(value: PdfValue): string | undefined {
  if (value.kind !== 'dictionary') return undefined
  const type = value.entries.get('Type')

  return type?.kind === 'name' ? type.name : undefined
}
