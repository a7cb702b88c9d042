import { expect, test } from 'vitest'
import { spanWords } from './span-words.ts'

test.each([
  [6_900, 1440, '4 ngày 19 giờ'],
  [660, 480, '1 ngày 3 giờ'],
  [61, 480, '1 giờ 1 phút'],
  [0, 1440, '0 phút'],
])('%i minutes of days of %i are said as %s', (minutes, minutesOfDay, words) => {
  expect(spanWords(minutes, minutesOfDay)).toBe(words)
})
