import { expect, test } from 'vitest'
import { weeksOf } from './month-grid.ts'

test('a month is laid out from Monday to Sunday, with all its days and no other', () => {
  const weeks = weeksOf(2026, 11)

  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
  expect(weeks.flat().filter(Boolean)).toHaveLength(30)
})

test('January and December do not run into their neighbours', () => {
  expect(weeksOf(2027, 1)[0]).toEqual([null, null, null, null, '2027-01-01', '2027-01-02', '2027-01-03'])
  expect(weeksOf(2026, 12).flat().filter(Boolean)).toHaveLength(31)
})
