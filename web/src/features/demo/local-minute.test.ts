import { expect, test } from 'vitest'
import { fromLocalMinute, toLocalMinute } from './local-minute.ts'

test('a minute goes to the field and back, in Việt Nam', () => {
  expect(toLocalMinute(new Date('2026-12-31T17:30:40Z'))).toBe('2027-01-01T00:30')
  expect(fromLocalMinute('2027-01-01T00:30').toISOString()).toBe('2026-12-31T17:30:00.000Z')
})
