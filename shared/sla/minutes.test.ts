import { describe, expect, test } from 'vitest'
import {
  dayOf,
  formatLocalDate,
  formatTimeOfDay,
  minuteOf,
  minuteOfDay,
  parseLocalDate,
  parseTimeOfDay,
  startOf,
  toDate,
  weekdayOf,
  yearOf,
} from './minutes.ts'

const minute = (iso: string) => minuteOf(new Date(iso))

describe('minutes and days in Việt Nam', () => {
  test('an instant is cut to its minute, before 1970 too', () => {
    expect(toDate(minute('2026-11-26T17:00:59.999+07:00'))).toEqual(new Date('2026-11-26T17:00:00+07:00'))
    expect(toDate(minute('1969-12-31T23:59:59.999Z'))).toEqual(new Date('1969-12-31T23:59:00Z'))
  })

  test.each([
    ['2026-11-23T23:59:00+07:00', '2026-11-23', '23:59', 0],
    ['2026-11-24T00:00:00+07:00', '2026-11-24', '00:00', 1],
    ['2026-11-23T17:00:00Z', '2026-11-24', '00:00', 1],
    ['2026-12-31T16:59:00Z', '2026-12-31', '23:59', 3],
    ['1969-12-28T12:00:00+07:00', '1969-12-28', '12:00', 6],
  ])('%s is %s %s', (iso, date, time, weekday) => {
    const day = dayOf(minute(iso))

    expect(formatLocalDate(day)).toBe(date)
    expect(parseLocalDate(date)).toBe(day)
    expect(formatTimeOfDay(minute(iso))).toBe(time)
    expect(startOf(day) + minuteOfDay(minute(iso))).toBe(minute(iso))
    expect(weekdayOf(day)).toBe(weekday)
    expect(yearOf(day)).toBe(Number(date.slice(0, 4)))
  })

  test.each(['2026-02-30', '2026-2-3', '24/11/2026', ''])('"%s" is no day', (text) => {
    expect(() => parseLocalDate(text)).toThrow(RangeError)
  })

  test.each(['24:01', '7:00', '12:60', 'noon'])('"%s" is no time of day', (text) => {
    expect(() => parseTimeOfDay(text)).toThrow(RangeError)
  })

  test('24:00 is the end of a day', () => {
    expect(parseTimeOfDay('24:00')).toBe(1440)
  })

  test('what is no instant is refused', () => {
    expect(() => minuteOf(new Date('soon'))).toThrow(RangeError)
  })
})
