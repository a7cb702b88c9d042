import { isRealDay } from '../catalogue/days.ts'
import type { LocalDate } from '../sla/minutes.ts'

/**
 * What the QR code of a Vietnamese identity card says.
 *
 * It proves nothing: the code is not signed, and anybody can print one. It only spares typing.
 */
export interface CardData {
  /** 12 digits. */
  identity: string
  name: string
  birthDate: LocalDate
  gender: 'male' | 'female'
  /** One line, as the card has it: hamlet, commune, district, province of that time. */
  address?: string
  issuedOn?: LocalDate
}

/**
 * Reads the text of the QR code: seven fields between bars, `number|old number|name|birth|gender|address|issued`, days
 * as `DDMMYYYY` (cards of 2021; seen on cards, published nowhere). The cards of 2024 add fields at the end, which are
 * passed over. A field of the old number may be empty.
 *
 * A hand scanner types the text like a keyboard, where layout and input method change some of it: another bar, letters
 * in parts, `Nuwx` for "Nữ". That is understood; a name in which digits were left (`Nguye64n`) is not guessed at and
 * the whole refused. Returns undefined for everything that is no card: another QR, a damaged one, an impossible day.
 */
export function readCardQr(text: string): CardData | undefined {
  const fields = text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\r\n\t]/g, ' ')
    .split(/[|¦│]/)
    .map((field) => field.trim().replace(/\s+/g, ' '))
  const [identity = '', , name = '', birth = '', gender = '', address = '', issued = ''] = fields
  if (fields.length < 6 || !/^\d{12}$/.test(identity)) return undefined
  const birthDate = dayOf(birth)
  const person = genderOf(gender)
  if (!birthDate || !person || !/^\p{L}[\p{L}\p{M}'’. -]+$/u.test(name)) return undefined
  const issuedOn = dayOf(issued)

  return { identity, name, birthDate, gender: person, ...(address && { address }), ...(issuedOn && { issuedOn }) }
}

/** `02011990` as 1990-01-02; undefined when there is no such day. */
export function dayOf(digits: string): LocalDate | undefined {
  const [, day, month, year] = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/.exec(digits) ?? []
  const date = `${year}-${month}-${day}`

  return year && isRealDay(date) ? date : undefined
}

/** "Nữ" as it is, decomposed, without its mark, or as an input method leaves it (`Nu7`, `Nuwx`, `Nwx`). */
export function genderOf(text: string): CardData['gender'] | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  if (plain === 'nam' || plain === 'male') return 'male'

  return /^(n[uw][a-z0-9]{0,3}|female)$/.test(plain) ? 'female' : undefined
}
