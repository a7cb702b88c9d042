import { expect, test } from 'vitest'
import { buildCalendar } from '../sla/calendar.ts'
import { answerDueAfterWaiting, complaintDates } from './terms.ts'

const calendar = buildCalendar(
  {
    entries: [
      {
        id: 'culture-day',
        date: '2026-11-24',
        kind: 'holiday',
        name: 'Ngày Văn hóa Việt Nam',
        scope: { level: 'nation' },
        source: 'Nghị quyết 80-NQ/TW',
        mark: 'seen',
        announcedAt: new Date('2026-01-01T00:00:00Z'),
        recordedAt: new Date('2026-01-01T00:00:00Z'),
      },
    ],
    completeYears: new Set([2026, 2027]),
  },
  { unit: '18634', province: '42', knownAt: 'all' },
)
const friday = new Date('2026-11-20T09:00:00+07:00')

test('a complaint is taken on or refused in two working days and answered in fifteen; a holiday is none', () => {
  expect(complaintDates('complaint', friday, calendar)).toEqual({
    replyDueAt: new Date('2026-11-25T17:00:00+07:00'),
    answerDueAt: new Date('2026-12-14T17:00:00+07:00'),
  })
})

test('a copy of one’s data comes in ten days, on a working day', () => {
  expect(complaintDates('data_copy', friday, calendar).answerDueAt).toEqual(new Date('2026-11-30T17:00:00+07:00'))
  const thursday = new Date('2026-11-19T09:00:00+07:00')
  // The tenth day is Sunday, 29 November.
  expect(complaintDates('data_copy', thursday, calendar).answerDueAt).toEqual(new Date('2026-11-30T17:00:00+07:00'))
  expect(complaintDates('data_deletion', friday, calendar).answerDueAt).toEqual(new Date('2026-12-10T17:00:00+07:00'))
})

test('the time that the resident takes to add something is not the unit’s', () => {
  const dueAt = new Date('2026-12-14T17:00:00+07:00')
  const asked = new Date('2026-11-25T09:00:00+07:00')
  const added = new Date('2026-11-26T09:00:00+07:00')

  expect(answerDueAfterWaiting(dueAt, asked, added, calendar)).toEqual(new Date('2026-12-15T17:00:00+07:00'))
  expect(answerDueAfterWaiting(dueAt, asked, asked, calendar)).toEqual(dueAt)
})
