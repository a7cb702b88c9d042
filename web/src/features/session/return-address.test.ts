import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

test('the page that was asked for is opened, with its filters', () => {
  expect(returnAddress('/can-bo/ban-xu-ly/mine?q=lan')).toBe('/can-bo/ban-xu-ly/mine?q=lan')
})

test('another site, another area and the sign-in page itself are not', () => {
  for (const wanted of [
    null,
    '',
    'https://la.example/',
    '//la.example',
    '/tra-cuu',
    '/can-bo/\\la.example',
    '/can-bo/dang-nhap?ve=x',
  ]) {
    expect(returnAddress(wanted)).toBe('/can-bo')
  }
})
