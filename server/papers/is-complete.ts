import type { PaperType } from '#shared/papers/schemas.ts'

/**
 * Whether a file has its end, told from its structure without decoding it.
 *
 * A connection that broke leaves a file without one, and the sender learns it at once instead of three days later.
 * What follows the end is no concern here: phones append a film to a photo, and re-encoding drops it.
 */
export function isComplete(type: PaperType, bytes: Buffer): boolean {
  switch (type) {
    case 'image/jpeg':
      return hasEndOfImage(bytes)
    case 'image/png':
      return hasEndChunk(bytes)
    case 'image/webp':
      return bytes.length >= 12 && bytes.readUInt32LE(4) + 8 <= bytes.length
    case 'application/pdf':
      return bytes.subarray(-pdfTailBytes).includes('%%EOF')
  }
}

/** Readers look for the end of a PDF in its last 1,024 bytes (ISO 32000-1 Annex H, note 18). */
const pdfTailBytes = 1_024

/**
 * Walks the segments to the end marker of the outermost picture. A plain search would be content with the marker of
 * the thumbnail inside the metadata.
 */
function hasEndOfImage(bytes: Buffer): boolean {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at = nextMarker(bytes, at)
      continue
    }
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xd9) return true
    if (marker === 0xff) {
      at += 1
    } else if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
    } else {
      if (at + 4 > bytes.length) return false
      at += 2 + bytes.readUInt16BE(at + 2)
      // Compressed data has no length: it runs to the next marker that is not part of it.
      if (marker === 0xda) at = nextMarker(bytes, at)
    }
  }

  return false
}

function nextMarker(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const marker = bytes.readUInt8(at + 1)
    if (marker !== 0x00 && !(marker >= 0xd0 && marker <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }

  return bytes.length
}

function hasEndChunk(bytes: Buffer): boolean {
  let at = 8
  while (at + 12 <= bytes.length) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at += 12 + bytes.readUInt32BE(at)
  }

  return false
}
