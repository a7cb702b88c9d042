import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, ageOn, isRealDay } from './days.ts'

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-13-01', false],
  ['2026-04-31', false],
  ['2026-4-3', false],
  ['20260403', false],
  ['', false],
])('%j is a day: %s', (text, isOne) => {
  expect(isRealDay(text)).toBe(isOne)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-12-01', 24, '2028-12-01'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later)
})

test.each([
  ['2008-11-25', '2026-11-24', 17],
  ['2008-11-25', '2026-11-25', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-11-24', '2026-11-24', 0],
  ['2026-11-25', '2026-11-24', -1],
  ['2026-01-01', '2026-12-31', 0],
])('born %s, on %s one is %i', (birth, on, age) => {
  expect(ageOn(birth, on)).toBe(age)
})

test('adding days and taking them away again is where one began', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: -5000, max: 5000 }),
      (date, days) => {
        const day = date.toISOString().slice(0, 10)
        expect(addDays(addDays(day, days), -days)).toBe(day)
      },
    ),
  )
})
