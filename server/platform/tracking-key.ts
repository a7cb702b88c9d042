import { createHmac } from 'node:crypto'
import { sha256 } from './sealing.ts'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The second factor for tracking without an account: 60 bits as three groups of four letters.
 *
 * Computed from the dossier's id and a server key, so that it is stored nowhere in clear and can be printed again.
 */
export function trackingKeyOf(hmacKey: Buffer, dossierId: string): string {
  const digest = createHmac('sha256', hmacKey).update(`tracking:${dossierId}`).digest()
  const letters = Array.from({ length: 12 }, (_, i) => crockford[digest.readUInt8(i) & 31]).join('')

  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/**
 * What the database compares: the hash of the key as typed, forgiving case, spaces, dashes and the letters that
 * people confuse with digits (I, L and O).
 */
export function trackingHash(key: string): Buffer {
  const plain = key
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')

  return sha256(`tracking:${plain}`)
}
