import { describe, expect, test } from 'vitest'
import type { Term } from '#shared/catalogue/types.ts'
import { clockOf } from '#shared/sla/clock.ts'
import { at, local, national, vietnam } from './vietnam.ts'

const wd = (value: number): Term => ({ unit: 'working_day', value })
const wm = (value: number): Term => ({ unit: 'working_minute', value })
const cd = (value: number): Term => ({ unit: 'calendar_day', value })

/** Accepted, term, due, and how a person counts it with the notice of that year in the hand. */
type Case = readonly [accepted: string, term: Term, due: string, why: string]

/** Every holiday period of five years, counted by hand: before it, over it, and on the days that were swapped. */
const periods: Record<string, readonly Case[]> = {
  'New Year 2023': [
    ['2022-12-29 09:00', wd(1), 'Fri 2022-12-30 17:00', 'before it'],
    ['2022-12-30 09:00', wd(1), 'Tue 2023-01-03 17:00', '1/1 is a Sunday, so Monday 2 is off in lieu'],
  ],
  'Tết 2023': [
    ['2023-01-18 09:00', wd(1), 'Thu 2023-01-19 17:00', 'before it'],
    ['2023-01-18 09:00', wd(2), 'Fri 2023-01-27 17:00', 'Thu 19 = 1; Fri 20 and Mon 23 to Thu 26 off; Fri 27 = 2'],
    ['2023-01-19 15:00', wm(240), 'Fri 2023-01-27 09:00', '120 on Thursday afternoon, 120 after Tết'],
  ],
  '30/4 and Giỗ Tổ 2023': [
    ['2023-04-27 09:00', wd(1), 'Fri 2023-04-28 17:00', 'before it'],
    [
      '2023-04-28 09:00',
      wd(2),
      'Fri 2023-05-05 17:00',
      'Sat 29 and Sun 30 are given back on Tue 2 and Wed 3; Thu 4 = 1',
    ],
    ['2023-04-03 09:00', cd(30), 'Thu 2023-05-04 17:00', 'the 30th day, Wed 3/5, is off in lieu'],
  ],
  'National Day 2023': [
    ['2023-08-30 09:00', wd(1), 'Thu 2023-08-31 17:00', 'before it'],
    ['2023-08-30 09:00', wd(2), 'Tue 2023-09-05 17:00', 'Fri 1 and Mon 4 off'],
  ],
  'New Year 2024': [
    ['2023-12-28 09:00', wd(1), 'Fri 2023-12-29 17:00', 'before it'],
    ['2023-12-29 09:00', wd(1), 'Tue 2024-01-02 17:00', 'Monday 1/1 off'],
  ],
  'Tết 2024': [
    ['2024-02-06 09:00', wd(1), 'Wed 2024-02-07 17:00', 'before it'],
    ['2024-02-06 09:00', wd(2), 'Thu 2024-02-15 17:00', 'Thu 8, Fri 9 and Mon 12 to Wed 14 off'],
    ['2024-02-07 16:00', wm(240), 'Thu 2024-02-15 10:00', '60 before Tết, 180 after'],
  ],
  'Giỗ Tổ 2024': [
    ['2024-04-16 09:00', wd(1), 'Wed 2024-04-17 17:00', 'before it'],
    ['2024-04-17 09:00', wd(1), 'Fri 2024-04-19 17:00', 'Thursday 18 off'],
  ],
  '30/4/2024 with its swap': [
    ['2024-04-25 09:00', wd(1), 'Fri 2024-04-26 17:00', 'before it'],
    ['2024-04-26 09:00', wd(1), 'Thu 2024-05-02 17:00', 'Mon 29 swapped, Tue 30 and Wed 1 off'],
    ['2024-05-02 09:00', wd(2), 'Sat 2024-05-04 17:00', 'Fri 3 = 1, the worked Saturday = 2'],
    ['2024-05-04 09:00', wd(1), 'Mon 2024-05-06 17:00', 'accepted on the worked Saturday, which is day 0'],
    ['2024-05-03 16:00', wm(240), 'Sat 2024-05-04 10:00', 'the worked Saturday has its hours'],
    ['2024-04-04 09:00', cd(30), 'Sat 2024-05-04 17:00', 'the 30th day is a worked Saturday and stays'],
  ],
  'National Day 2024': [
    ['2024-08-29 09:00', wd(1), 'Fri 2024-08-30 17:00', 'before it'],
    ['2024-08-30 09:00', wd(2), 'Thu 2024-09-05 17:00', 'Mon 2 and Tue 3 off; Wed 4 = 1'],
  ],
  'New Year 2025': [
    ['2024-12-30 09:00', wd(1), 'Tue 2024-12-31 17:00', 'before it'],
    ['2024-12-31 09:00', wd(1), 'Thu 2025-01-02 17:00', 'Wednesday 1/1 off'],
  ],
  'Tết 2025': [
    ['2025-01-23 09:00', wd(1), 'Fri 2025-01-24 17:00', 'before it'],
    ['2025-01-23 09:00', wd(2), 'Mon 2025-02-03 17:00', 'the whole week of Mon 27 to Fri 31 off'],
    ['2024-12-31 09:00', cd(30), 'Mon 2025-02-03 17:00', 'the 30th day, Thu 30/1, is within Tết'],
  ],
  'Giỗ Tổ 2025': [
    ['2025-04-03 09:00', wd(1), 'Fri 2025-04-04 17:00', 'before it'],
    ['2025-04-03 09:00', wd(2), 'Tue 2025-04-08 17:00', 'Monday 7 off'],
  ],
  '30/4/2025 with its swap': [
    ['2025-04-24 09:00', wd(1), 'Fri 2025-04-25 17:00', 'before it'],
    ['2025-04-24 09:00', wd(2), 'Sat 2025-04-26 17:00', 'the worked Saturday = 2'],
    ['2025-04-25 09:00', wd(3), 'Tue 2025-04-29 17:00', 'Sat 26 = 1, Mon 28 = 2, Tue 29 = 3'],
    ['2025-04-28 09:00', wd(2), 'Mon 2025-05-05 17:00', 'Wed 30, Thu 1 and the swapped Fri 2 off'],
  ],
  'National Day 2025': [
    ['2025-08-28 09:00', wd(1), 'Fri 2025-08-29 17:00', 'before it'],
    ['2025-08-29 09:00', wd(1), 'Wed 2025-09-03 17:00', 'Mon 1 and Tue 2 off'],
  ],
  'New Year 2026 with its swap': [
    ['2025-12-29 09:00', wd(1), 'Tue 2025-12-30 17:00', 'before it'],
    ['2025-12-31 09:00', wd(1), 'Mon 2026-01-05 17:00', 'Thu 1 and the swapped Fri 2 off'],
    ['2026-01-08 09:00', wd(2), 'Sat 2026-01-10 17:00', 'the worked Saturday = 2'],
    ['2026-01-10 09:00', wd(1), 'Mon 2026-01-12 17:00', 'accepted on the worked Saturday'],
  ],
  'Tết 2026': [
    ['2026-02-12 09:00', wd(1), 'Fri 2026-02-13 17:00', 'before it'],
    ['2026-02-12 09:00', wd(2), 'Mon 2026-02-23 17:00', 'the whole week of Mon 16 to Fri 20 off'],
    ['2026-02-13 15:00', wm(240), 'Mon 2026-02-23 09:00', '120 before Tết, 120 after'],
  ],
  'Giỗ Tổ 2026': [
    ['2026-04-23 09:00', wd(1), 'Fri 2026-04-24 17:00', 'before it'],
    ['2026-04-24 09:00', wd(1), 'Tue 2026-04-28 17:00', 'Sun 26 is given back on Monday 27'],
  ],
  '30/4/2026, without a swap': [
    ['2026-04-28 09:00', wd(1), 'Wed 2026-04-29 17:00', 'before it'],
    ['2026-04-29 09:00', wd(1), 'Mon 2026-05-04 17:00', 'Thu 30 and Fri 1 off; no Saturday is worked for them'],
  ],
  'National Day 2026 with its swap': [
    ['2026-08-20 09:00', wd(2), 'Sat 2026-08-22 17:00', 'Fri 21 = 1, the worked Saturday = 2'],
    ['2026-08-27 09:00', wd(1), 'Fri 2026-08-28 17:00', 'before it'],
    ['2026-08-28 09:00', wd(1), 'Thu 2026-09-03 17:00', 'the swapped Mon 31, Tue 1 and Wed 2 off'],
  ],
  '24/11/2026': [
    [
      '2026-11-20 09:00',
      wd(1),
      'Mon 2026-11-23 17:00',
      'before it; the proposed swap of that Monday was never decided',
    ],
    ['2026-11-23 09:00', wd(1), 'Wed 2026-11-25 17:00', 'Tuesday 24 off'],
    ['2026-11-23 15:00', wm(240), 'Wed 2026-11-25 09:00', '120 on Monday, 120 on Wednesday'],
  ],
  'New Year 2027': [
    ['2026-12-30 09:00', wd(1), 'Thu 2026-12-31 17:00', 'before it'],
    ['2026-12-31 09:00', wd(1), 'Mon 2027-01-04 17:00', 'Friday 1/1 off'],
  ],
  'Giỗ Tổ 2027': [
    ['2027-04-14 09:00', wd(1), 'Thu 2027-04-15 17:00', 'before it'],
    ['2027-04-15 09:00', wd(1), 'Mon 2027-04-19 17:00', 'Friday 16 off'],
  ],
  '30/4/2027': [
    ['2027-04-28 09:00', wd(1), 'Thu 2027-04-29 17:00', 'before it'],
    ['2027-04-29 09:00', wd(1), 'Tue 2027-05-04 17:00', 'Fri 30 off, Sat 1/5 is given back on Monday 3'],
  ],
  'National Day 2027': [
    ['2027-08-31 09:00', wd(1), 'Wed 2027-09-01 17:00', 'before it'],
    ['2027-09-01 09:00', wd(1), 'Fri 2027-09-03 17:00', 'Thu 2 off; the second day is not announced yet'],
  ],
  '24/11/2027': [
    ['2027-11-22 09:00', wd(1), 'Tue 2027-11-23 17:00', 'before it'],
    ['2027-11-23 09:00', wd(1), 'Thu 2027-11-25 17:00', 'Wednesday 24 off'],
  ],
}

const clock = (accepted: string, term: Term) =>
  clockOf({ term, acceptedAt: at(accepted), pauses: [], endedAt: null, now: at(accepted), calendar: vietnam })

describe.each(Object.entries(periods))('%s', (_period, cases) => {
  test.each(cases)('accepted %s, %j: due %s (%s)', (accepted, term, due) => {
    expect(local(clock(accepted, term).dueAt)).toBe(due)
  })
})

test('every day of the calendar that ships with the desk is met by a case', () => {
  const cases = Object.values(periods).flat()
  const missed = national.entries.filter(
    ({ date }) => !cases.some(([accepted, , due]) => accepted.slice(0, 10) <= date && date <= due.slice(4, 14)),
  )

  expect(missed.map(({ date, name }) => `${date} ${name}`)).toEqual([])
})

test('a date over Tết 2027 is counted as if nothing were off, and says that it is provisional', () => {
  const overTet = clock('2027-02-04 09:00', wd(3))

  expect(local(overTet.dueAt)).toBe('Tue 2027-02-09 17:00')
  expect(overTet.provisionalYears).toEqual([2027])
})

test('a term that ends on the last day of 2026 is certain, one day more is not', () => {
  expect(clock('2026-12-30 09:00', wd(1)).provisionalYears).toEqual([])
  expect(clock('2026-12-30 09:00', wd(2)).provisionalYears).toEqual([2027])
})
