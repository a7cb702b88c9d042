import { randomBytes } from 'node:crypto'

/**
 * A UUIDv7 (RFC 9562): sorted by time, so that indexes grow at their end. Made here and not in PostgreSQL, whose
 * `uuidv7()` exists only from version 18 on.
 */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')

  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
