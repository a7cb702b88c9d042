import { expect, test } from 'vitest'
import { procedureVersions } from './catalogue.ts'
import { kindsWithOwnValidity, usableUntil } from './paper-validity.ts'

test.each([
  ['lease', '2026-11-20', '2027-11-20'],
  ['lease', '2028-02-29', '2029-02-28'],
  ['owner-consent', '2026-11-20', null],
  ['other', '2026-11-20', null],
])('a %s that was checked on %s is used again until %s', (kind, checkedOn, until) => {
  expect(usableUntil(kind, checkedOn, '2026-11-24')).toBe(until)
})

test('nothing is used again before a rule holds', () => {
  expect(usableUntil('lease', '2026-06-01', '2026-06-30')).toBeNull()
})

test('the rules name only papers that some procedure asks for', () => {
  const known = new Set(procedureVersions.flatMap(({ papers }) => papers.map(({ kind }) => kind)))

  expect(kindsWithOwnValidity.filter((kind) => !known.has(kind))).toEqual([])
})
