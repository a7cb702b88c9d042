import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile } from './calendar-event.ts'

const event = {
  uid: 'QUAY.42-261120-100023@quay',
  sequence: 3,
  at: new Date('2026-11-27T17:00:00+07:00'),
  title: 'Hẹn trả kết quả: Đăng ký tạm trú',
  text: 'Công an xã Toàn Lưu; mang theo giấy hẹn,\nthẻ căn cước',
  madeAt: new Date('2026-11-20T09:00:00+07:00'),
  ringsHoursBefore: 24,
}

/** Undoes folding and escaping, as RFC 5545 says a reader must. */
function read(file: string, name: string): string | undefined {
  const line = file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((each) => each.startsWith(`${name}:`))

  return line?.slice(name.length + 1).replace(/\\(n|[\\;,])/g, (_, letter) => (letter === 'n' ? '\n' : letter))
}

test('a calendar file holds the date in UTC, rings a day before, and moves when it is made anew', () => {
  const file = calendarFile(event)

  expect(read(file, 'DTSTART')).toBe('20261127T100000Z')
  expect(read(file, 'DTSTAMP')).toBe('20261120T020000Z')
  expect(read(file, 'TRIGGER')).toBe('-PT24H')
  expect(read(file, 'SEQUENCE')).toBe('3')
  expect(read(file, 'SUMMARY')).toBe(event.title)
  expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
  expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
})

test('no line is longer than 75 octets, and whatever text stands in it comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (noise) => {
      const text = `${noise.replaceAll('\r', '')} Ế Ỗ Ự; a, b\\n`
      const file = calendarFile({ ...event, text })
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(read(file, 'DESCRIPTION')).toBe(text)
    }),
  )
})
