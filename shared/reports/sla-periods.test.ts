import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, dayAfter, periodBefore } from './sla-periods.ts'

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => dayAfter('2024-01-01', days))
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 800 }))
  .map(([from, days]) => ({ from, to: dayAfter(from, days) }))

test('cells cover every day of a period once and no other', () => {
  fc.assert(
    fc.property(period, ({ from, to }) => {
      const { months, days } = cellsOf({ from, to })
      const covered = [...days]
      for (const first of months)
        for (let each = first; each.slice(0, 7) === first.slice(0, 7); each = dayAfter(each)) covered.push(each)
      const wanted: string[] = []
      for (let each = from; each <= to; each = dayAfter(each)) wanted.push(each)
      expect(covered.sort()).toEqual(wanted)
    }),
  )
})

test('whole months are read as months', () => {
  expect(cellsOf({ from: '2026-01-01', to: '2026-02-28' })).toEqual({ months: ['2026-01-01', '2026-02-01'], days: [] })
  expect(cellsOf({ from: '2026-01-31', to: '2026-03-01' })).toEqual({
    months: ['2026-02-01'],
    days: ['2026-01-31', '2026-03-01'],
  })
})

test.each([
  ['2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
  ['2026-10-15', '2026-11-14', '2026-09-15', '2026-10-14'],
  ['2026-11-01', '2026-11-20', '2026-10-12', '2026-10-31'],
  ['2026-01-31', '2026-03-30', '2025-12-03', '2026-01-30'],
])('%s to %s is compared with %s to %s', (from, to, beforeFrom, beforeTo) => {
  expect(periodBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo })
})

test('the period before ends the day before, and lasts as long', () => {
  fc.assert(
    fc.property(period, ({ from, to }) => {
      const before = periodBefore({ from, to })
      expect(dayAfter(before.to)).toBe(from)
      expect(before.from <= before.to).toBe(true)
    }),
  )
})
