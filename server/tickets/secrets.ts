import { createHmac } from 'node:crypto'
import { sha256 } from '../platform/sealing.ts'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * What a slip's QR carries: 80 bits in sixteen letters. Computed from the row's id and a server key, so that it is
 * stored nowhere in clear and can be printed again.
 */
export const secretOf = (hmacKey: Buffer, kind: 'ticket' | 'booking', id: string): string =>
  lettersOf(hmacKey, `${kind}:${id}`, 16)

/** What the database compares. Capital letters, and those that people take for digits read as such. */
export const secretHash = (secret: string): Buffer => sha256(`slip:${readLetters(secret)}`)

/** The six letters that somebody with a booking types at the kiosk; unique in a unit and day, not secret. */
export const bookingCodeOf = (hmacKey: Buffer, id: string): string => lettersOf(hmacKey, `booking-code:${id}`, 6)

/** What a unit's kiosk shows with each request, so that numbers are given in the waiting room and not from afar. */
export const kioskKeyOf = (hmacKey: Buffer, unit: string): string => lettersOf(hmacKey, `kiosk:${unit}`, 12)

/** As typed or scanned: without dashes and spaces, with I and L as 1 and O as 0. */
export const readLetters = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')

function lettersOf(hmacKey: Buffer, about: string, length: number): string {
  const digest = createHmac('sha256', hmacKey).update(about).digest()

  return Array.from({ length }, (_, i) => crockford[digest.readUInt8(i) & 31]).join('')
}
