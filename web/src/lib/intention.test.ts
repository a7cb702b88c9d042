import { expect, test } from 'vitest'
import { intention } from './intention.ts'

test('pressing again with the same words keeps the key', () => {
  const keyFor = intention()

  expect(keyFor({ version: 3, reason: 'thiếu giấy' })).toBe(keyFor({ version: 3, reason: 'thiếu giấy' }))
})

test('other words, or the same words on a newer version, are another intention', () => {
  const keyFor = intention()
  const first = keyFor({ version: 3, reason: 'thiếu giấy' })

  expect(keyFor({ version: 3, reason: 'thiếu giấy tờ' })).not.toBe(first)
  expect(keyFor({ version: 4, reason: 'thiếu giấy' })).not.toBe(first)
})

test('two windows with the same words do not share a key', () => {
  expect(intention()('x')).not.toBe(intention()('x'))
})
