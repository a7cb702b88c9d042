import { expect, test } from 'vitest'
import { buildCalendar, type CalendarEntry } from '../sla/calendar.ts'
import { isHumaneHour, isReceivedAt, reminderAt } from './reminders.ts'

const entry = (date: string, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: date,
  date,
  kind: 'holiday',
  name: 'Tết Nguyên đán',
  scope: { level: 'nation' },
  source: 'Thông báo',
  mark: 'seen',
  announcedAt: new Date('2026-01-01T00:00:00Z'),
  recordedAt: new Date('2026-01-01T00:00:00Z'),
  ...more,
})
const tet = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12']
const calendar = buildCalendar(
  {
    entries: [
      ...tet.map((date) => entry(date)),
      entry('2027-02-16', { kind: 'local_closure', sessions: [['07:00', '11:30']] }),
    ],
    completeYears: new Set([2027]),
  },
  { unit: '18634', province: '42', knownAt: 'all' },
)
const at = (text: string) => new Date(`${text}+07:00`)

test.each([
  ['the day before', '2027-03-03T08:00', '2027-03-02T15:00'],
  ['Friday before a Monday', '2027-03-01T07:00', '2027-02-26T15:00'],
  ['Friday before a Saturday morning', '2027-02-27T09:00', '2027-02-26T15:00'],
  ['the last working day before Tết', '2027-02-15T16:30', '2027-02-04T15:00'],
])('reminded at 15:00 of the working day before: %s', (_name, slot, due) => {
  expect(reminderAt(calendar, at(slot))).toEqual(at(due))
})

test('nobody is reminded before 07:00 or from 21:00 on', () => {
  const hours = ['06:59', '07:00', '20:59', '21:00', '00:00']

  expect(hours.filter((hour) => isHumaneHour(at(`2027-03-02T${hour}`)))).toEqual(['07:00', '20:59'])
})

test.each([
  ['a working morning', '2027-03-02T07:00', true],
  ['noon, as it begins', '2027-03-02T11:30', false],
  ['a Saturday morning', '2027-02-27T09:00', true],
  ['a holiday', '2027-02-08T08:00', false],
  ['the open hours of a shortened day', '2027-02-16T11:00', true],
  ['the closed hours of a shortened day', '2027-02-16T14:00', false],
])('people are received: %s', (_name, slot, isReceived) => {
  expect(isReceivedAt(calendar, at(slot))).toBe(isReceived)
})
