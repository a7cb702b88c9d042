import { expect, test } from 'vitest'
import { formatDay, formatIdentity, formatInstant, formatMoney, formatWorkingTime, localDayOf } from './format.ts'

test('the last minute of a UTC day is already the next morning in Việt Nam', () => {
  const at = new Date('2026-12-03T23:59:00Z')

  expect(formatDay(at)).toBe('04/12/2026')
  expect(localDayOf(at)).toBe('2026-12-04')
  expect(formatInstant(at)).toBe('06:59 thứ Sáu, 04/12/2026')
})

test('money has dots between thousands, and nothing to pay is a word', () => {
  expect(formatMoney(20000)).toBe('20.000 đồng')
  expect(formatMoney(1500000)).toBe('1.500.000 đồng')
  expect(formatMoney(0)).toBe('Không thu phí')
})

test('working time counts eight hours to a day and drops minutes beside days', () => {
  expect(formatWorkingTime(1080)).toBe('2 ngày 2 giờ')
  expect(formatWorkingTime(59)).toBe('59 phút')
  expect(formatWorkingTime(0)).toBe('0 phút')
})

test('an identity number is read in groups of three', () => {
  expect(formatIdentity('001088012345')).toBe('001 088 012 345')
})
