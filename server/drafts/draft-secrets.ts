import { randomInt } from 'node:crypto'
import { sha256 } from '../platform/sealing.ts'

/** Without the letters that are taken for digits (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Forty random bits in two groups of four: read out over a telephone, typed on another one. */
export function newDraftCode(): string {
  const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** As people type it: any case, with or without the dash, I and L for 1, O for 0. */
export function readDraftCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')

  return `${plain.slice(0, 4)}-${plain.slice(4)}`
}

export const deviceKeyHash = (key: string): Buffer => sha256(`draft key:${key}`)
