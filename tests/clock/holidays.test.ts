import { describe, expect, test } from 'vitest'
import { clockOf } from '#shared/sla/clock.ts'
import { explainClock } from '#shared/sla/explain.ts'
import { formatLocalDate, parseLocalDate, weekdayOf } from '#shared/sla/minutes.ts'
import { at, local, national, vietnam } from './vietnam.ts'

function dueOn(receivedOn: string, workingDays: number): string {
  const acceptedAt = at(`${receivedOn} 08:00`)
  const { dueAt } = clockOf({
    term: { unit: 'working_day', value: workingDays },
    acceptedAt,
    pauses: [],
    endedAt: null,
    now: acceptedAt,
    calendar: vietnam,
  })

  return local(dueAt)
}

describe('around the holidays of each year', () => {
  test.each<[string, string, number, string]>([
    ['New Year 2023, day in lieu', '2022-12-30', 1, 'Tue 2023-01-03 17:00'],
    ['Tết 2023', '2023-01-19', 1, 'Fri 2023-01-27 17:00'],
    ['Tết 2023', '2023-01-19', 3, 'Tue 2023-01-31 17:00'],
    ['Giỗ Tổ and 30/4 on a weekend, 2023', '2023-04-28', 1, 'Thu 2023-05-04 17:00'],
    ['National Day 2023, day in lieu', '2023-08-31', 2, 'Wed 2023-09-06 17:00'],
    ['Tết 2024', '2024-02-07', 1, 'Thu 2024-02-15 17:00'],
    ['Tết 2024', '2024-02-07', 7, 'Fri 2024-02-23 17:00'],
    ['Giỗ Tổ 2024', '2024-04-17', 2, 'Mon 2024-04-22 17:00'],
    ['the swap of 29/4/2024 with a worked Saturday', '2024-04-26', 3, 'Sat 2024-05-04 17:00'],
    ['National Day 2024', '2024-08-30', 1, 'Wed 2024-09-04 17:00'],
    ['New Year 2025', '2024-12-31', 1, 'Thu 2025-01-02 17:00'],
    ['Tết 2025', '2025-01-24', 1, 'Mon 2025-02-03 17:00'],
    ['Giỗ Tổ 2025', '2025-04-04', 1, 'Tue 2025-04-08 17:00'],
    ['the swap of 2/5/2025', '2025-04-25', 4, 'Mon 2025-05-05 17:00'],
    ['National Day 2025', '2025-08-29', 1, 'Wed 2025-09-03 17:00'],
    ['New Year 2026 with its swap', '2025-12-31', 1, 'Mon 2026-01-05 17:00'],
    ['the worked Saturday of January 2026', '2026-01-09', 2, 'Mon 2026-01-12 17:00'],
    ['Tết 2026', '2026-02-13', 3, 'Wed 2026-02-25 17:00'],
    ['Tết 2026', '2026-02-13', 7, 'Tue 2026-03-03 17:00'],
    ['Giỗ Tổ in lieu and 30/4/2026', '2026-04-24', 5, 'Wed 2026-05-06 17:00'],
    ['30/4/2026', '2026-04-28', 3, 'Tue 2026-05-05 17:00'],
    ['the worked Saturday 22/8/2026', '2026-08-21', 3, 'Tue 2026-08-25 17:00'],
    ['National Day 2026', '2026-08-28', 3, 'Mon 2026-09-07 17:00'],
    ['24/11/2026', '2026-11-23', 3, 'Fri 2026-11-27 17:00'],
    ['24/11/2026', '2026-11-23', 7, 'Thu 2026-12-03 17:00'],
    ['a Saturday before 24/11/2026', '2026-11-21', 3, 'Thu 2026-11-26 17:00'],
    ['New Year 2027', '2026-12-31', 3, 'Wed 2027-01-06 17:00'],
    ['Giỗ Tổ 2027', '2027-04-15', 1, 'Mon 2027-04-19 17:00'],
    ['30/4 and the day in lieu of 1/5/2027', '2027-04-29', 1, 'Tue 2027-05-04 17:00'],
    ['National Day 2027', '2027-09-01', 1, 'Fri 2027-09-03 17:00'],
    ['24/11/2027', '2027-11-23', 1, 'Thu 2027-11-25 17:00'],
  ])('%s: received %s, %i working days', (_name, received, days, due) => {
    expect(dueOn(received, days)).toBe(due)
  })
})

describe('the calendar that ships with the desk', () => {
  test('has 2023 to 2026 complete and 2027 not', () => {
    expect([...national.completeYears]).toEqual([2023, 2024, 2025, 2026])
    expect(vietnam.isComplete(2027)).toBe(false)
  })

  test('closes only days that would be worked and opens only Saturdays, each once and announced before', () => {
    const dates = national.entries.map(({ date }) => date)
    expect(new Set(dates).size).toBe(dates.length)

    for (const { date, kind, announcedAt } of national.entries) {
      expect(weekdayOf(parseLocalDate(date)) === 5, date).toBe(kind === 'swap_work')
      expect(weekdayOf(parseLocalDate(date)), date).toBeLessThan(6)
      expect(announcedAt < at(`${date} 00:00`), date).toBe(true)
    }
  })

  test('gives back each swapped day on a Saturday of the same year', () => {
    const of = (kind: string) =>
      national.entries.filter((entry) => entry.kind === kind).map(({ date }) => date.slice(0, 4))

    expect(of('swap_work')).toEqual(of('swap_off'))
  })

  test('has as many days off in each complete year as the law gives', () => {
    for (const year of national.completeYears) {
      const off = national.entries.filter(
        ({ date, kind }) => date.startsWith(`${year}`) && kind !== 'swap_work' && kind !== 'swap_off',
      )
      // Eleven days of Điều 112, moved off weekends by Điều 111(3); since 2026 also 24/11.
      expect(off.length, `${year}`).toBe(year === 2026 ? 12 : 11)
    }
  })

  test('names 24/11/2026 with its resolution when it explains a date', () => {
    const acceptedAt = at('2026-11-20 16:40')
    const input = {
      term: { unit: 'working_day', value: 3 } as const,
      acceptedAt,
      pauses: [],
      endedAt: null,
      now: acceptedAt,
      calendar: vietnam,
    }
    const day = explainClock(input, clockOf(input)).find(
      ({ date }) => date === formatLocalDate(parseLocalDate('2026-11-24')),
    )

    expect(day?.text.vi).toBe(
      'Thứ Ba 24/11/2026: nghỉ, Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16 Điều 2), không tính.',
    )
  })
})
