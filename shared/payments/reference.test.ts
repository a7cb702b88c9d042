import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentReference, referenceIn } from './reference.ts'

test.each([
  ['QY7K2M4N8P0R', 'QY7K2M4N8P0R'],
  ['MBVCB.3278.qy7k2m4n8p0r.CT tu 0123 toi 456', 'QY7K2M4N8P0R'],
  ['QY7K2M4 N8P0R GD 2026', 'QY7K2M4N8P0R'],
  ['chuyen tien an trua', undefined],
  ['QY7K2M', undefined],
])('in the memo “%s” stands %s', (memo, reference) => {
  expect(referenceIn(memo)).toBe(reference)
})

test('every reference is found again among a bank’s words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
      const reference = paymentReference(random)
      expect(reference).toMatch(/^[0-9A-Z]{12}$/)
      expect(referenceIn(`FT26330 ${reference.toLowerCase()} tu NGUYEN VAN A`)).toBe(reference)
    }),
  )
})
