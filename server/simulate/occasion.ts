import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import type { LocalDate } from '#shared/sla/minutes.ts'
import { type Person, phoneNumber } from './people.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** What a filing's answers are made from. */
export interface Occasion {
  version: ProcedureVersion
  place: Place
  /** The local day of filing. */
  on: LocalDate
  random: Random
}

/** What differs from the example. Answers to questions that the others do not lead to may be among them. */
export type Changes = Record<string, unknown>

/** The first questions of every form: who, and how to reach them. */
export function applicantIs(person: Person, random: Random): Changes {
  return {
    applicantName: person.name,
    applicantBirthDate: person.birthDate,
    applicantGender: person.gender,
    applicantIdentity: person.identity,
    phone: phoneNumber(random),
    email: random.chance(0.2) ? `cong-dan-${random.int(1000, 9999)}@example.com` : undefined,
  }
}
