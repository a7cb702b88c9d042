import { randomInt } from 'node:crypto'
import { sha256 } from './sealing.ts'

/** What a password opens: the same digits for another thing have another hash. */
export type PasswordPurpose = 'draft' | 'consent' | 'assisted filing'

/** Six digits. Whoever asks for them counts the tries and ends them within minutes. */
export const newOneTimePassword = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** What the database keeps of it, bound to the one thing that it opens; spaces between the digits do not matter. */
export const oneTimePasswordHash = (purpose: PasswordPurpose, id: string, password: string): Buffer =>
  sha256(`${purpose} password:${id}:${password.replace(/\D/g, '')}`)
