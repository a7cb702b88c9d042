import { asText } from './answers.ts'

/**
 * The first three digits of a personal identification number: the province in which the birth was registered.
 *
 * The codes of the 63 provinces before 1 July 2025 stay valid for life; those who merged were not renumbered.
 */
export const provinceCodes: readonly string[] =
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'.split(
    ' ',
  )

/** No province has it: numbers that begin so belong to nobody, and are what demonstrations and tests use. */
export const demoCode = '000'

export type IdentityFault = 'identity_format' | 'identity_place'

/**
 * What is wrong with a number for certain, or `undefined`.
 *
 * Births registered abroad begin with a country code of 100 or more. The list of countries was not at hand, so any
 * such code passes: better one wrong number seen by an officer than one lawful resident turned away.
 */
export function identityFault(number: string, { allowDemo = false } = {}): IdentityFault | undefined {
  if (!/^\d{12}$/.test(number)) return 'identity_format'
  const place = number.slice(0, 3)
  const isKnown = provinceCodes.includes(place) || Number(place) >= 100 || (allowDemo && place === demoCode)

  return isKnown ? undefined : 'identity_place'
}

/** A passport: letters and digits, six to nine of them. Ten digits or more is a mistyped identity number. */
export const isPassportNumber = (text: string): boolean => /^(?=.*\d)[A-Z0-9]{6,9}$/.test(text)

export type IdentityDoubt = 'identity_gender' | 'identity_birth_year'

/**
 * What the number says otherwise than the person did. A doubt, never a refusal: corrected birth data keep the old number.
 *
 * Digit 4 is century and gender (0 man, 1 woman born 1900-1999; 2 and 3 in 2000-2099; and so on), digits 5 and 6
 * the year [from memory, to be checked].
 */
export function identityDoubts(number: string, person: { gender?: unknown; birthDate?: unknown }): IdentityDoubt[] {
  if (!/^\d{12}$/.test(number)) return []
  const digit = Number(number[3])
  const gender = digit % 2 === 0 ? 'male' : 'female'
  const year = String(1900 + Math.floor(digit / 2) * 100 + Number(number.slice(4, 6)))
  const saysGender = asText(person.gender)
  const saysYear = asText(person.birthDate)?.slice(0, 4)

  return [
    ...(saysGender !== undefined && saysGender !== gender ? (['identity_gender'] as const) : []),
    ...(saysYear !== undefined && saysYear !== year ? (['identity_birth_year'] as const) : []),
  ]
}
