import { expect, test } from 'vitest'
import { contentKeys } from './content-keys.ts'

test('rows that say the same are told apart, and a row keeps its key when one before it goes', () => {
  const rows = [{ name: 'An' }, {}, { name: 'Bình' }, {}]
  const keys = contentKeys(rows)

  expect(new Set(keys).size).toBe(4)
  expect(contentKeys(rows.slice(1))).toEqual(keys.slice(1))
})
