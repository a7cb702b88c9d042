import { describe, expect, test } from 'vitest'
import type { CalendarEntry } from './calendar.ts'
import { calendarsOf } from './calendars.ts'
import { parseLocalDate } from './minutes.ts'

const day = parseLocalDate('2026-11-30')
const closure: CalendarEntry = {
  id: 'flood',
  date: '2026-11-30',
  kind: 'local_closure',
  name: 'Ngập lụt',
  scope: { level: 'unit', code: '18673' },
  source: 'Thông báo 12/TB-UBND',
  mark: 'seen',
  announcedAt: new Date('2026-11-01T00:00:00Z'),
  recordedAt: new Date('2026-11-02T00:00:00Z'),
}
const calendarOf = calendarsOf({ entries: [closure], completeYears: new Set() }, () => '42')

describe('calendars of one book', () => {
  test('know an entry from its own instant on, in whatever order they are asked', () => {
    const before = calendarOf('18673', new Date('2026-11-01T23:59:59.999Z'))
    const after = calendarOf('18673', new Date('2026-11-02T00:00:00Z'))

    expect(before.planOn(day).minutes).toBe(480)
    expect(after.planOn(day).minutes).toBe(0)
    expect(calendarOf('18673', 'all')).toBe(after)
  })

  test('are built once and shared by all units without entries of their own', () => {
    const other = calendarOf('18082', 'all')

    expect(other.planOn(day).minutes).toBe(480)
    expect(calendarOf('18083', 'all')).toBe(other)
    expect(calendarOf('18673', 'all')).not.toBe(other)
  })
})
