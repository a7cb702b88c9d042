import { expect, test } from 'vitest'
import { readTyped } from './posted-form.ts'

test('dotted names become objects and lists again', () => {
  expect(
    readTyped([
      ['phone', '0912'],
      ['born.day', '5'],
      ['born.year', '1990'],
      ['members.0.name', 'A'],
      ['members.1.born.day', '1'],
    ]),
  ).toEqual({
    phone: '0912',
    born: { day: '5', year: '1990' },
    members: [{ name: 'A' }, { born: { day: '1' } }],
  })
})

test('names that reach for the making of an object are left out', () => {
  expect(
    readTyped([
      ['__proto__.x', '1'],
      ['constructor.prototype.x', '1'],
      ['a.__proto__', '1'],
      ['a.b.c.d.e.f.g', '1'],
      ['members.4000000000.x', '1'],
    ]),
  ).toEqual({})
  expect(({} as { x?: string }).x).toBeUndefined()
})
