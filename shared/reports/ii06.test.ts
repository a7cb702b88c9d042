import { expect, test } from 'vitest'
import { checkRow, countEntries, isInColumn, withSums } from './ii06.ts'
import { monthHolding, periodBounds, periodOf, periodsOfYear } from './ii06-periods.ts'

test('a reporting month runs from the 15th of the month before to the 14th', () => {
  expect(periodOf('2026-11')).toMatchObject({ from: '2026-10-15', to: '2026-11-14', label: { vi: 'Tháng 11/2026' } })
  expect(periodOf('2026-01')).toMatchObject({ from: '2025-12-15', to: '2026-01-14' })
  expect(periodOf('2026-Q4')).toMatchObject({ from: '2026-09-15', to: '2026-12-14', label: { vi: 'Quý IV/2026' } })
  expect(periodOf('2026-H1')).toMatchObject({ from: '2025-12-15', to: '2026-06-14' })
  expect(periodOf('2026')).toMatchObject({ from: '2025-12-15', to: '2026-12-14' })
})

test('its bounds are midnights of Việt Nam', () => {
  expect(periodBounds({ from: '2026-10-15', to: '2026-11-14' })).toEqual({
    from: new Date('2026-10-15T00:00:00+07:00'),
    until: new Date('2026-11-15T00:00:00+07:00'),
  })
})

test('any days may be asked for, and what is no period is none', () => {
  expect(periodOf('2026-02-27..2026-03-01')).toMatchObject({ from: '2026-02-27', to: '2026-03-01' })
  for (const wrong of ['2026-13', '2026-Q5', '26', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01', 'x'])
    expect(periodOf(wrong), wrong).toBeUndefined()
})

test('months follow each other without gap or overlap, also where the cut-off day changes', () => {
  const source = { text: 'test', mark: 'derived' } as const
  const cutOffs = [
    { since: '2025-01', firstDay: 15, source },
    { since: '2026-04', firstDay: 1, source },
    { since: '2026-09', firstDay: 20, source },
  ]
  const months = periodsOfYear(2026, cutOffs).slice(0, 12)

  for (const [i, month] of months.slice(1).entries())
    expect(periodBounds(months[i] ?? month).until, month.name).toEqual(periodBounds(month).from)
  expect(months[3]).toMatchObject({ from: '2026-03-15', to: '2026-04-30' })
  expect(months[8]).toMatchObject({ from: '2026-09-01', to: '2026-09-19' })
})

test('a day belongs to the reporting month that holds it', () => {
  expect(monthHolding('2026-11-14').name).toBe('2026-11')
  expect(monthHolding('2026-11-15').name).toBe('2026-12')
  expect(monthHolding('2026-12-31').name).toBe('2027-01')
})

test('sums follow from what is counted, and every dossier of a sum is behind it', () => {
  const entries = [
    { received: '4', outcome: '8' },
    { received: '5', outcome: '12' },
    { received: '6', outcome: '13' },
  ] as const

  expect(countEntries(entries)).toEqual({ 3: 3, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 0, 10: 0, 11: 2, 12: 1, 13: 1 })
  expect(entries.filter((entry) => isInColumn(entry, '11'))).toHaveLength(2)
  expect(entries.filter((entry) => isInColumn(entry, '3'))).toHaveLength(3)
})

test('a row that does not add up, or does not continue the last one, is named', () => {
  const counts = { ...withSums({ 4: 1, 5: 0, 6: 2, 8: 1, 9: 1, 10: 0, 12: 1, 13: 0 }), 7: 5 }

  expect(
    checkRow(counts, 3)
      .filter(({ holds }) => !holds)
      .map(({ id, left, right }) => `${id}: ${left} ${right}`),
  ).toEqual(['7=8+9+10: 5 2', '3=7+11: 3 6', '6=11: 2 3'])
})
