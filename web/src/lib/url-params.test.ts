import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { patchUrlParams, readUrlParams, toQuery } from './url-params.ts'

const filters = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(20))),
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  by: z.optional(z.enum(['unit', 'month'])),
})

test('good filters are read from the address', () => {
  expect(readUrlParams(filters, new URLSearchParams('q=lan&unit=18673&by=month'))).toEqual({
    q: 'lan',
    unit: '18673',
    by: 'month',
  })
})

test('a mistyped filter is left out and the others stay', () => {
  expect(readUrlParams(filters, new URLSearchParams('unit=1&q=lan&by=year'))).toEqual({ q: 'lan' })
})

test('what the page does not know is left out', () => {
  expect(readUrlParams(filters, new URLSearchParams('utm=zalo&q=lan'))).toEqual({ q: 'lan' })
})

test('an emptied filter leaves the address, and equal filters make equal addresses', () => {
  const one = patchUrlParams(new URLSearchParams('unit=18673'), { q: 'lan' })
  const other = patchUrlParams(new URLSearchParams('q=lan&by=month'), { by: '', unit: '18673' })

  expect(one.toString()).toBe(other.toString())
})

test('a query without values is no query', () => {
  expect(toQuery({ q: undefined, unit: '' })).toBe('')
  expect(toQuery({ q: 'Nguyễn', limit: 50 })).toBe('?q=Nguy%E1%BB%85n&limit=50')
})
