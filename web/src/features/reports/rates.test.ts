import { expect, test } from 'vitest'
import { changeOf, durationWords, isSmall, onTimeRate, rateWords } from './rates.ts'

test('a rate is rounded half up from the exact fraction', () => {
  expect(onTimeRate({ early: 1, onTime: 1, late: 1 })).toBe(66.67)
  expect(onTimeRate({ early: 0, onTime: 1, late: 2 })).toBe(33.33)
  expect(onTimeRate({ early: 1_999, onTime: 0, late: 14_001 })).toBe(12.49)
  expect(onTimeRate({ early: 201, onTime: 0, late: 1_399 })).toBe(12.56)
})

test('all in time is 100, and nothing ended is neither 0 nor 100', () => {
  expect(rateWords(onTimeRate({ early: 7, onTime: 2, late: 0 }))).toBe('100,00 %')
  expect(rateWords(onTimeRate({ early: 0, onTime: 0, late: 0 }))).toBe('chưa có')
})

test('one to four dossiers are a small number; none is no number', () => {
  expect([0, 1, 4, 5].map((late) => isSmall({ early: 0, onTime: 0, late }))).toEqual([false, true, true, false])
})

test('time taken is told in working hours, then in working days', () => {
  expect(durationWords(90)).toBe('1,5 giờ')
  expect(durationWords(479)).toBe('8 giờ')
  expect(durationWords(1200)).toBe('2,5 ngày')
  expect(durationWords(null)).toBe('–')
})

test('a change is in percentage points, and there is none without two rates', () => {
  expect(changeOf({ early: 0, onTime: 3, late: 1 }, { early: 1, onTime: 0, late: 1 })).toBe(25)
  expect(changeOf({ early: 0, onTime: 1, late: 2 }, { early: 0, onTime: 2, late: 1 })).toBe(-33.34)
  expect(changeOf({ early: 0, onTime: 0, late: 0 }, { early: 0, onTime: 2, late: 1 })).toBeNull()
  expect(changeOf({ early: 0, onTime: 1, late: 2 }, null)).toBeNull()
})
