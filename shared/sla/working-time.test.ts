import { describe, expect, test } from 'vitest'
import { buildCalendar } from './calendar.ts'
import { dayOf, minuteOf, parseLocalDate, toDate } from './minutes.ts'
import {
  addWorkingMinutes,
  closingTime,
  minutesBetween,
  nthWorkingDayAfter,
  subtractWorkingMinutes,
  workingDayBefore,
  workingDayOnOrAfter,
} from './working-time.ts'

const ordinary = buildCalendar({ entries: [], completeYears: new Set() }, { unit: '', province: '', knownAt: 'all' })
/** Friday 2026-11-20 and the weekend and Monday after it. */
const at = (day: number, time: string) => minuteOf(new Date(`2026-11-${day}T${time}:00+07:00`))

describe('working minutes', () => {
  test.each<[number, string, number, number, string]>([
    [20, '07:30', 240, 20, '11:30'],
    [20, '07:30', 241, 20, '13:31'],
    [20, '11:30', 1, 20, '13:31'],
    [20, '12:00', 0, 20, '12:00'],
    [20, '16:59', 1, 20, '17:00'],
    [20, '17:00', 1, 23, '07:01'],
    [21, '08:00', 480, 23, '17:00'],
  ])('from %i/11 %s, %i of them end on %i/11 %s', (day, time, minutes, endDay, end) => {
    expect(toDate(addWorkingMinutes(ordinary, at(day, time), minutes))).toEqual(toDate(at(endDay, end)))
  })

  test.each<[number, string, number, string, number]>([
    [20, '11:00', 20, '14:00', 60],
    [20, '11:30', 20, '13:30', 0],
    [20, '00:00', 23, '00:00', 480],
    [20, '16:00', 23, '08:00', 120],
    [20, '16:00', 20, '15:00', 0],
  ])('from %i/11 %s to %i/11 %s there are %i', (day, time, endDay, end, minutes) => {
    expect(minutesBetween(ordinary, at(day, time), at(endDay, end))).toBe(minutes)
  })

  test.each<[number, string, number, number, string]>([
    [20, '17:00', 480, 20, '07:00'],
    [20, '17:00', 210, 20, '13:30'],
    [23, '08:00', 61, 20, '16:59'],
    [21, '08:00', 0, 21, '08:00'],
  ])('before %i/11 %s, %i of them last begin on %i/11 %s', (day, time, minutes, startDay, start) => {
    expect(toDate(subtractWorkingMinutes(ordinary, at(day, time), minutes))).toEqual(toDate(at(startDay, start)))
  })
})

describe('working days', () => {
  const friday = parseLocalDate('2026-11-20')

  test('are counted after the day itself', () => {
    expect(nthWorkingDayAfter(ordinary, friday, 1)).toBe(friday + 3)
    expect(nthWorkingDayAfter(ordinary, friday + 1, 2)).toBe(friday + 4)
    expect(workingDayOnOrAfter(ordinary, friday)).toBe(friday)
    expect(workingDayOnOrAfter(ordinary, friday + 1)).toBe(friday + 3)
    expect(workingDayBefore(ordinary, friday + 3)).toBe(friday)
  })

  test('close at the end of their last session; a day off never opens', () => {
    expect(dayOf(closingTime(ordinary, friday))).toBe(friday)
    expect(() => closingTime(ordinary, friday + 1)).toThrow(RangeError)
  })

  test('end with the calendar instead of being sought for ever', () => {
    expect(() => nthWorkingDayAfter(ordinary, parseLocalDate('9999-12-30'), 5)).toThrow(RangeError)
    expect(() => workingDayBefore(ordinary, parseLocalDate('0001-01-01'))).toThrow(RangeError)
  })
})
