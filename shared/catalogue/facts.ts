import type { LocalDate } from '../sla/minutes.ts'
import { type Answers, asPeople, asText } from './answers.ts'
import { ageOn, isRealDay } from './days.ts'

/**
 * What a condition may ask beside the answers themselves. All are about the day of filing.
 *
 * - `@minor`: the applicant is under 18 (Bộ luật Dân sự 2015 Điều 21), so a parent or guardian takes part.
 * - `@under6`: the applicant is under 6.
 * - `@under6WithParent`: and joins father, mother or guardian, so head and owner need not agree (Luật 118/2025/QH15 Điều 4).
 * - `@minorMember`: somebody who moves along is under 18.
 */
export const facts = ['@minor', '@under6', '@under6WithParent', '@minorMember'] as const
export type Fact = (typeof facts)[number]

export const isFact = (field: string): field is Fact => facts.some((fact) => fact === field)

/** An unknown or impossible birth date makes nobody a child. */
export function factHolds(fact: Fact, answers: Answers, on: LocalDate): boolean {
  switch (fact) {
    case '@minor':
      return isUnder(18, answers.applicantBirthDate, on)
    case '@under6':
      return isUnder(6, answers.applicantBirthDate, on)
    case '@under6WithParent':
      return isUnder(6, answers.applicantBirthDate, on) && answers.joinsParentOrGuardian === true
    case '@minorMember':
      return asPeople(answers.members).some(({ birthDate }) => isUnder(18, birthDate, on))
  }
}

function isUnder(years: number, birthDate: unknown, on: LocalDate): boolean {
  const day = asText(birthDate)

  return day !== undefined && isRealDay(day) && day <= on && ageOn(day, on) < years
}
