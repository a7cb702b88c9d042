import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn } from '#shared/catalogue/days.ts'
import { identityDoubts, identityFault } from '#shared/catalogue/identity-number.ts'
import { isPhoneNumber } from '#shared/catalogue/phone-number.ts'
import { personAged, phoneNumber, surnameOf } from './people.ts'
import { randomOf } from './random.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

test('an identity number agrees with gender and year of birth, and belongs to no province', () => {
  fc.assert(
    fc.property(seeds, days, fc.integer({ min: 0, max: 95 }), (seed, on, age) => {
      const person = personAged(randomOf(seed), on, [age, age])

      expect(person.identity).toMatch(/^000\d{9}$/)
      expect(identityFault(person.identity)).toBe('identity_place')
      expect(identityFault(person.identity, { allowDemo: true })).toBeUndefined()
      expect(identityDoubts(person.identity, person)).toEqual([])
    }),
  )
})

test('a person has the age that was asked for, on that day', () => {
  fc.assert(
    fc.property(
      seeds,
      days,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 9 }),
      (seed, on, least, more) => {
        const age = ageOn(personAged(randomOf(seed), on, [least, least + more]).birthDate, on)

        expect(age).toBeGreaterThanOrEqual(least)
        expect(age).toBeLessThanOrEqual(least + more)
      },
    ),
  )
})

test('a name has three parts or more, none said twice in a row, and a child bears the surname', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const parent = personAged(randomOf(seed), '2026-11-24', [25, 40])
      const child = personAged(randomOf(seed, 'child'), '2026-11-24', [0, 5], { surname: surnameOf(parent) })
      const parts = child.name.split(' ')

      expect(parts[0]).toBe(parent.name.split(' ')[0])
      expect(parts.length).toBeGreaterThanOrEqual(3)
      expect(parts.at(-1)).not.toBe(parts.at(-2))
    }),
  )
})

test('a phone number has the form of one and begins with digits that were given to nobody', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const number = phoneNumber(randomOf(seed))

      expect(isPhoneNumber(number)).toBe(true)
      expect(number).toMatch(/^0950/)
    }),
  )
})
