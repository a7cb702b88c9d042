import { inflateSync } from 'node:zlib'
import type { PdfValue, ReadValue } from './pdf-values.ts'

/** What an object stream holds: its text, and where each object in it begins. */
export interface OpenedObjectStream {
  text: string
  starts: number[]
}

/** One object stream holds a few hundred small objects; a megabyte is already unheard of. */
const outputLimit = 8 * 1024 * 1024

/**
 * Inflates an object stream (ISO 32000-1 §7.5.7). `read` is its dictionary, `bytes` and `text` the whole file.
 * Undefined when there is any doubt that a viewer would see the same: the caller refuses the file.
 *
 * Deflate data ends by itself, so the stream's `/Length`, which a viewer may believe or not, is not needed: a viewer
 * that believes a shorter one sees less than is scanned here, never more.
 */
export function openObjectStream(bytes: Buffer, text: string, read: ReadValue): OpenedObjectStream | undefined {
  if (read.value.kind !== 'dictionary' || read.value.hasDuplicates) return undefined
  const { entries } = read.value
  if (entries.has('DecodeParms') || entries.has('DP') || entries.has('F') || entries.has('FFilter')) return undefined
  const [keyword] = /^[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/.exec(text.slice(read.end, read.end + 64)) ?? []
  if (keyword === undefined) return undefined
  const content = contentOf(entries.get('Filter'), bytes, text, read.end + keyword.length)

  return content === undefined ? undefined : withStarts(content, entries)
}

function contentOf(filter: PdfValue | undefined, bytes: Buffer, text: string, start: number): string | undefined {
  if (!filter) {
    const end = text.indexOf('endstream', start)

    return end === -1 ? undefined : text.slice(start, end)
  }
  const only = filter.kind === 'array' && filter.items.length === 1 ? filter.items[0] : filter
  if (only?.kind !== 'name' || only.name !== 'FlateDecode') return undefined
  try {
    return inflateSync(bytes.subarray(start), { maxOutputLength: outputLimit }).toString('latin1')
  } catch {
    // Damaged, cut off, or a bomb: in no case is it known what a viewer would make of it.
    return undefined
  }
}

/** The head of the stream is pairs of numbers: an object's number, and its offset after `First`. */
function withStarts(text: string, entries: Map<string, PdfValue>): OpenedObjectStream | undefined {
  const first = entries.get('First')
  const count = entries.get('N')
  if (first?.kind !== 'number' || count?.kind !== 'number' || first.number > text.length) return undefined
  const numbers = text
    .slice(0, first.number)
    .trim()
    .split(/[\0\t\n\f\r ]+/)
  if (numbers.length < 2 * count.number || numbers.some((word) => !/^\d{1,10}$/.test(word))) return undefined

  return {
    text,
    starts: numbers
      .filter((_, i) => i % 2 === 1)
      .slice(0, count.number)
      .map((offset) => first.number + Number(offset)),
  }
}
