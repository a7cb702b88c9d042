import { expect, test } from 'vitest'
import { buildCalendar, type CalendarEntry } from '../sla/calendar.ts'
import { parseLocalDate } from '../sla/minutes.ts'
import { estimateWait } from './estimate.ts'
import { givesNumbers, receptionSessions } from './reception.ts'
import { defaultLineSettings } from './settings.ts'
import { slotsOn } from './slots.ts'

const known = new Date('2026-01-01T00:00:00Z')
const entry = (date: string, kind: CalendarEntry['kind'], sessions?: CalendarEntry['sessions']): CalendarEntry => ({
  id: date,
  date,
  kind,
  name: 'thử',
  scope: { level: 'nation' },
  source: 'thử',
  mark: 'seen',
  announcedAt: known,
  recordedAt: known,
  ...(sessions && { sessions }),
})
const calendar = buildCalendar(
  {
    entries: [
      entry('2026-11-24', 'holiday'),
      entry('2026-11-21', 'swap_work'),
      entry('2026-11-25', 'local_closure', [['07:00', '09:10']]),
    ],
    completeYears: new Set([2026]),
  },
  { unit: '18634', province: '42', knownAt: 'all' },
)
const sessions = (day: string) =>
  receptionSessions(calendar, parseLocalDate(day)).map(({ opens, closes }) => `${opens / 60}-${closes / 60}`)

test.each([
  ['an ordinary Monday', '2026-11-23', ['7-11.5', '13.5-17']],
  ['a Saturday: reception in the morning', '2026-11-28', ['7-11.5']],
  ['a Saturday that was swapped into a working day', '2026-11-21', ['7-11.5', '13.5-17']],
  ['a Sunday', '2026-11-29', []],
  ['a holiday', '2026-11-24', []],
])('people are received on %s', (_name, day, expected) => {
  expect(sessions(day)).toEqual(expected)
})

test('a slot never reaches over the end of a session: a storm that closes at 9:10 leaves four', () => {
  expect(slotsOn(calendar, parseLocalDate('2026-11-25'), defaultLineSettings)).toHaveLength(4)
})

test.each([
  [{ counters: 2, bookedPercent: 50 }, 2],
  [{ counters: 3, bookedPercent: 50 }, 3],
  [{ counters: 1, bookedPercent: 50 }, 1],
  [{ counters: 1, bookedPercent: 100 }, 2],
])('capacity is what the counters can do: %o', (changes, capacity) => {
  const [slot] = slotsOn(calendar, parseLocalDate('2026-11-23'), { ...defaultLineSettings, ...changes })

  expect(slot?.capacity).toBe(capacity)
})

test('no slot is offered that could not take one person', () => {
  expect(
    slotsOn(calendar, parseLocalDate('2026-11-23'), { ...defaultLineSettings, counters: 1, bookedPercent: 40 }),
  ).toEqual([])
})

test.each([
  ['06:29', false],
  ['06:30', true],
  ['12:00', true],
  ['16:59', true],
  ['17:00', false],
])('at %s the kiosk gives numbers: %s', (time, expected) => {
  expect(givesNumbers(calendar, new Date(`2026-11-23T${time}:00+07:00`))).toBe(expected)
})

test('a wait is said as a span, in steps of five minutes', () => {
  expect(estimateWait(0, 2, 15)).toEqual({ from: 0, to: 5 })
  expect(estimateWait(4, 2, 15)).toEqual({ from: 20, to: 45 })
})
