import { expect, test } from 'vitest'
import { moveWords } from './words.ts'

test.each([
  ['2026-11-26T10:00:00Z', '2026-11-27T10:00:00Z', 'lùi 1 ngày'],
  ['2026-11-27T10:00:00Z', '2026-11-26T07:30:00Z', 'sớm hơn 1 ngày 2 giờ 30 phút'],
  ['2026-11-27T10:00:00Z', '2026-11-27T10:01:00Z', 'lùi 1 phút'],
])('from %s to %s is said as %s', (from, to, words) => {
  expect(moveWords(new Date(from), new Date(to))).toBe(words)
})
