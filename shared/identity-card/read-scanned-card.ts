import { identityDoubts } from '../catalogue/identity-number.ts'
import { isVietnameseSyllable } from '../text/vietnamese-syllable.ts'
import { type CardData, dayOf, genderOf } from './read-card-qr.ts'

/** What is sure of a card that a hand scanner typed; what is missing was not sure and is asked. */
export interface ScannedCard extends Partial<Omit<CardData, 'issuedOn'>> {
  /** 12 digits. */
  identity: string
  /** What stood in the name's place when it cannot be a name, for the officer to see. */
  nameAsRead?: string
}

/**
 * Reads the text of an identity card's QR code as it comes out of a hand scanner, which types like a keyboard: layout
 * and input method change what they understand as theirs. The field bar is whatever follows the twelve digits; digits
 * may be the marks that the Vietnamese layout has on their keys; capital letters may be turned around.
 *
 * Only what is sure is taken. A birth in another year than the number says is left out, and a gender that cannot be
 * read is the number's. A name is taken when every word is a Vietnamese
 * syllable and marks have come through somewhere in the text. Returns undefined for what is no card.
 */
export function readScannedCard(text: string): ScannedCard | undefined {
  const typed = withDigits(text)
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\r\n\t]/g, ' ')
    .trim()
  if (/^\d{12}$/.test(typed)) return { identity: typed }
  const [, identity = '', bar = ''] = /^(\d{12})([^\p{L}\p{N}\s.:/-])/u.exec(typed) ?? []
  const fields = typed.split(bar).map((field) => field.trim().replace(/\s+/g, ' '))
  const [, , nameAsRead = '', birth = '', genderAsRead = '', address = ''] = fields
  if (!identity || fields.length < 5) return undefined
  const birthDate = dayOf(birth)
  const gender = genderOf(genderAsRead)
  const name = turned(nameAsRead)
  const isName = hasMarks([name, genderAsRead, turned(address)]) && isTrusted(name)

  return {
    identity,
    ...(isName ? { name } : nameAsRead && { nameAsRead }),
    ...(birthDate && identityDoubts(identity, { birthDate }).length === 0 && { birthDate }),
    gender: gender ?? (identityDoubts(identity, { gender: 'male' }).length > 0 ? 'female' : 'male'),
    ...(isName && address && { address: turned(address) }),
  }
}

/** What Windows' Vietnamese layout has on the keys 0 to 9. */
const onDigitKeys = 'đăâêô\u0300\u0309\u0303\u0301\u0323'

/** A text without any digit was typed on that layout: its marks are the digits. */
const withDigits = (text: string): string =>
  /\d/.test(text)
    ? text
    : text.replace(/./gu, (sign) => (onDigitKeys.includes(sign) ? String(onDigitKeys.indexOf(sign)) : sign))

/** With Caps Lock on, a scanner's letters come turned around or all large. Anything else stays as it is. */
function turned(text: string): string {
  const words = text.split(' ')
  const isTurned = words.every((word) => /^(\p{Lu}*|\p{Ll}\p{Lu}*)$/u.test(word.replace(/[^\p{L}]/gu, '')))

  return isTurned ? words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ') : text
}

/** Some word has come through with its Vietnamese letters, so that one without any has none. */
const hasMarks = (texts: readonly string[]): boolean =>
  texts.some((text) =>
    text.split(/[^\p{L}]+/u).some((word) => /[^\p{ASCII}]/u.test(word) && isVietnameseSyllable(word)),
  )

const isTrusted = (name: string): boolean => {
  const words = name.split(' ')

  return words.length > 1 && words.every((word) => /^\p{Lu}\p{Ll}*$/u.test(word) && isVietnameseSyllable(word))
}
