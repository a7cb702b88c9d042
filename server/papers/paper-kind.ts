import { fileTypeFromBuffer } from 'file-type'
import type { PaperType } from '#shared/papers/schemas.ts'

/**
 * What a file is, by its first bytes alone: neither its name nor the type that the browser claims is looked at.
 *
 * `heic` is told apart because it is what iPhones make, and its owner can be helped with one sentence.
 */
export async function tellKind(head: Buffer): Promise<PaperType | 'heic' | 'other'> {
  const found = (await fileTypeFromBuffer(head))?.mime ?? ''
  if (/^image\/hei[cf]/.test(found)) return 'heic'
  const kind = paperTypeOf[found]

  // The detector also looks past a byte order mark or a tag; a paper begins with its own signature or is none.
  return kind && beginsAs[kind](head) ? kind : 'other'
}

const paperTypeOf: Readonly<Record<string, PaperType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  // An animated PNG is a PNG: only its first picture is kept.
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'application/pdf': 'application/pdf',
}

const beginsAs: Readonly<Record<PaperType, (head: Buffer) => boolean>> = {
  'image/jpeg': (head) => head.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff)),
  'image/png': (head) => head.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  'image/webp': (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  'application/pdf': (head) => head.toString('latin1', 0, 5) === '%PDF-',
}
