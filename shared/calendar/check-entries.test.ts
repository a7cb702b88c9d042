import { describe, expect, test } from 'vitest'
import type { CalendarBook } from '../sla/calendar.ts'
import { checkEntries } from './check-entries.ts'
import type { CalendarEntryInput } from './schemas.ts'

const national: CalendarBook['entries'][number] = {
  id: '00000000-0000-8000-8000-000020261124',
  date: '2026-11-24',
  kind: 'holiday',
  name: 'Ngày Văn hóa Việt Nam',
  scope: { level: 'nation' },
  source: 'Nghị quyết 28/2026/QH16',
  mark: 'seen',
  announcedAt: new Date('2026-07-01T00:00:00+07:00'),
  recordedAt: new Date('2026-07-01T00:00:00+07:00'),
}
const book: CalendarBook = { entries: [national], completeYears: new Set([2026]) }
const storm: CalendarEntryInput = {
  date: '2026-11-25',
  kind: 'local_closure',
  name: 'Đóng cửa do bão',
  scope: { level: 'unit', code: '18634' },
  source: 'Công điện 31/CĐ-UBND',
  announcedOn: '2026-11-24',
}

const check = (...entries: CalendarEntryInput[]) =>
  checkEntries(entries, {
    book,
    now: new Date('2026-11-24T09:00:00+07:00'),
    isUnit: (code) => code === '18634',
    province: '42',
  }).map(({ pointer }) => pointer)

describe('an entry of the calendar', () => {
  test('of today, for a known commune, with its document, is right', () => {
    expect(check(storm)).toEqual([])
  })

  test.each<[string, Partial<CalendarEntryInput>, string]>([
    ['announced tomorrow', { announcedOn: '2026-11-25' }, 'announcedOn'],
    ['for a commune that is not there', { scope: { level: 'unit', code: '99999' } }, 'scope/code'],
    ['a local closure of the whole nation', { scope: { level: 'nation' } }, 'kind'],
    ['a public holiday of one commune', { kind: 'holiday' }, 'kind'],
    [
      'hours out of order',
      {
        sessions: [
          ['13:30', '17:00'],
          ['07:00', '11:30'],
        ],
      },
      'sessions',
    ],
    ['a withdrawal of nothing', { kind: 'withdrawn' }, 'supersedes'],
    [
      'a correction of what is not in the calendar',
      { supersedes: '00000000-0000-4000-8000-000000000000' },
      'supersedes',
    ],
    ['a withdrawal for another day', { kind: 'withdrawn', supersedes: national.id }, 'date'],
    [
      'a withdrawal with hours',
      { kind: 'withdrawn', date: '2026-11-24', supersedes: national.id, sessions: [['07:00', '11:30']] },
      'sessions',
    ],
  ])('is refused: %s', (_name, changes, field) => {
    expect(check({ ...storm, ...changes })).toEqual([`#/entries/0/${field}`])
  })

  test('a second ruling of the same authority about a day must name the first', () => {
    const again: CalendarEntryInput = { ...storm, date: '2026-11-24', kind: 'holiday', scope: { level: 'nation' } }

    expect(check(again)).toEqual(['#/entries/0/supersedes'])
    expect(check({ ...again, supersedes: national.id })).toEqual([])
  })

  test('two rulings about one day in one change are refused at the second', () => {
    expect(check(storm, { ...storm, name: 'Mất điện' })).toEqual(['#/entries/1/date'])
    expect(check(storm, { ...storm, scope: { level: 'province' } })).toEqual([])
  })

  test('a unit may take a national entry back for itself', () => {
    expect(check({ ...storm, kind: 'withdrawn', date: '2026-11-24', supersedes: national.id })).toEqual([])
  })
})
