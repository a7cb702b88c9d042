import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCalendarCsv } from '../sla/calendar-csv.ts'
import { newEntries, parseCalendarFile } from './calendar-file.ts'

const header = 'date,kind,name,mark,source,announced_on'
const shipped = readFileSync(new URL('../../db/reference/calendar-vietnam.csv', import.meta.url), 'utf8')

describe('a calendar file', () => {
  test('may be the one that ships with the desk: nothing in it is new', () => {
    const { entries, years } = parseCalendarFile(shipped)

    expect(entries.length).toBeGreaterThan(50)
    expect(years).toContainEqual(expect.objectContaining({ year: 2027, complete: false }))
    expect(newEntries(entries, parseCalendarCsv(shipped), '42')).toEqual([])
  })

  test('may name a commune and its hours', () => {
    const { entries } = parseCalendarFile(
      `${header},scope,sessions\r\n2026-11-25,local_closure,Mất điện,seen,Thông báo 5/TB-CA,2026-11-24,18634,13:30-17:00\r\n`,
    )

    expect(entries).toEqual([
      {
        date: '2026-11-25',
        kind: 'local_closure',
        name: 'Mất điện',
        mark: 'seen',
        source: 'Thông báo 5/TB-CA',
        announcedOn: '2026-11-24',
        scope: { level: 'unit', code: '18634' },
        sessions: [['13:30', '17:00']],
      },
    ])
  })

  test.each([
    ['another header', 'day,kind\n', 'Line 1'],
    ['a value too few', `${header}\n2026-11-25,holiday,Nghỉ,seen,Thông báo 5/TB`, 'Line 2: 6 values'],
    ['a day that does not exist', `${header}\n2026-02-30,holiday,Nghỉ,seen,Thông báo 5/TB,2026-01-01`, 'Line 2: date'],
    ['an unknown kind', `${header}\n2026-02-20,party,Nghỉ,seen,Thông báo 5/TB,2026-01-01`, 'Line 2: kind'],
    ['no document', `${header}\n2026-02-20,holiday,Nghỉ,seen,,2026-01-01`, 'Line 2: source'],
  ])('with %s is refused, and says where', (_name, text, message) => {
    expect(() => parseCalendarFile(text)).toThrow(message)
  })
})
