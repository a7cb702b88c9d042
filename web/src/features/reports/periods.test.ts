import { expect, test } from 'vitest'
import { usualPeriods } from './periods.ts'

const periodsOn = (today: string) =>
  Object.fromEntries(usualPeriods(today).map(({ words, from, to }) => [words, `${from} ${to}`]))

test('in November', () => {
  expect(periodsOn('2026-11-24')).toEqual({
    'Tháng này': '2026-11-01 2026-11-24',
    'Tháng trước': '2026-10-01 2026-10-31',
    'Quý này': '2026-10-01 2026-11-24',
    'Năm nay': '2026-01-01 2026-11-24',
    'Kỳ báo cáo trước (15–14)': '2026-10-15 2026-11-14',
  })
})

test('in the first days of a year the months before lie in the old one', () => {
  expect(periodsOn('2027-01-05')).toMatchObject({
    'Tháng trước': '2026-12-01 2026-12-31',
    'Kỳ báo cáo trước (15–14)': '2026-11-15 2026-12-14',
  })
})

test('the reporting month turns on the 15th', () => {
  expect(periodsOn('2026-11-14')['Kỳ báo cáo trước (15–14)']).toBe('2026-09-15 2026-10-14')
  expect(periodsOn('2026-11-15')['Kỳ báo cáo trước (15–14)']).toBe('2026-10-15 2026-11-14')
})
