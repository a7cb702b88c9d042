import { addDays, addMonths } from '#shared/catalogue/days.ts'
import { demoCode } from '#shared/catalogue/identity-number.ts'
import type { LocalDate } from '#shared/sla/minutes.ts'
import { type Gender, givenNames, middleNames, surnames } from './names.ts'
import type { Random } from './random.ts'

/** Somebody who does not exist. */
export interface Person {
  name: string
  /** `YYYY-MM-DD` */
  birthDate: LocalDate
  gender: Gender
  /** Twelve digits of the province 000, which has never registered a birth. */
  identity: string
}

interface Wanted {
  gender?: Gender
  /** A child or brother: shares the surname. */
  surname?: string
}

/** A person whose age in whole years on the day `on` lies from `least` to `most`. */
export function personAged(
  random: Random,
  on: LocalDate,
  [least, most]: readonly [least: number, most: number],
  wanted: Wanted = {},
): Person {
  const gender = wanted.gender ?? (random.chance(0.5) ? 'male' : 'female')
  const birthDate = addDays(addMonths(on, -12 * random.int(least, most)), -random.int(0, 364))
  const era = birthDate < '1985-01-01' ? 'old' : 'young'
  const before = `${wanted.surname ?? random.weighted(surnames)} ${random.pick(middleNames[gender][era])}`
  // Nobody is called Hà Hà.
  const given = random.pick(givenNames[gender][era].filter((name) => !before.endsWith(name)))

  return { name: `${before} ${given}`, birthDate, gender, identity: identityNumber(random, { birthDate, gender }) }
}

export const surnameOf = ({ name }: Pick<Person, 'name'>): string => name.split(' ')[0] ?? name

/**
 * A number that agrees with gender and year of birth and belongs to nobody, since its province does not exist.
 *
 * Digit 4 counts centuries from 1900 by twos, and a woman's is one higher; digits 5 and 6 are the year.
 */
export function identityNumber(random: Random, { birthDate, gender }: Pick<Person, 'birthDate' | 'gender'>): string {
  const year = Number(birthDate.slice(0, 4))
  const century = Math.floor((year - 1900) / 100) * 2 + (gender === 'female' ? 1 : 0)
  const rest = String(random.int(0, 999_999)).padStart(6, '0')

  return `${demoCode}${century}${birthDate.slice(2, 4)}${rest}`
}

/**
 * A number that rings nowhere: 095 was S-Fone's, which closed in 2012 and whose numbers were not given out again
 * [from memory]; of it 0950, which was not in use even then. It has the form of a mobile number, as the desk demands.
 */
export const phoneNumber = (random: Random): string => `0950${String(random.int(0, 999_999)).padStart(6, '0')}`
