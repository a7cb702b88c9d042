import { describe, expect, test } from 'vitest'
import { buildCalendar, type CalendarEntry, type CalendarView, readSessions } from './calendar.ts'
import { parseLocalDate } from './minutes.ts'

const monday = '2026-11-30'
const here: CalendarView = { unit: '18673', province: '42', knownAt: 'all' }

function entry(more: Partial<CalendarEntry>): CalendarEntry {
  return {
    id: 'flood',
    date: monday,
    kind: 'local_closure',
    name: 'Ngập lụt',
    scope: { level: 'unit', code: '18673' },
    source: 'Thông báo 12/TB-UBND',
    mark: 'seen',
    announcedAt: new Date('2026-11-01T00:00:00Z'),
    recordedAt: new Date('2026-11-02T00:00:00Z'),
    ...more,
  }
}

function minutesOn(date: string, entries: CalendarEntry[], view = here): number {
  return buildCalendar({ entries, completeYears: new Set() }, view).planOn(parseLocalDate(date)).minutes
}

describe('a day of the counting calendar (2.1 to 2.3)', () => {
  test.each([
    [monday, 480],
    ['2026-12-04', 480],
    ['2026-12-05', 0],
    ['2026-12-06', 0],
  ])('%s has %i working minutes', (date, minutes) => {
    expect(minutesOn(date, [])).toBe(minutes)
  })

  test.each([
    ['holiday', 0],
    ['makeup', 0],
    ['swap_off', 0],
    ['local_closure', 0],
    ['swap_work', 480],
    ['local_opening', 480],
  ] as const)('%s has %i working minutes, on a weekday as on a Saturday', (kind, minutes) => {
    expect(minutesOn(monday, [entry({ kind })])).toBe(minutes)
    expect(minutesOn('2026-12-05', [entry({ kind, date: '2026-12-05' })])).toBe(minutes)
  })

  test('an entry may carry its own sessions', () => {
    expect(minutesOn(monday, [entry({ sessions: [['07:00', '11:30']] })])).toBe(270)
    expect(minutesOn(monday, [entry({ kind: 'local_opening', sessions: [] })])).toBe(0)
  })

  test.each([
    [[['11:30', '07:00']]],
    [[['07:00', '07:00']]],
    [
      [
        ['07:00', '11:30'],
        ['11:00', '17:00'],
      ],
    ],
    [[['07:00', '25:00']]],
  ] as [string, string][][][])('sessions %j are refused', (pairs) => {
    expect(() => readSessions(pairs)).toThrow(RangeError)
  })
})

describe('layers and corrections (2.4)', () => {
  const nation = entry({
    id: 'nation',
    scope: { level: 'nation' },
    kind: 'holiday',
    recordedAt: new Date('2026-11-05T00:00:00Z'),
  })
  const province = entry({ id: 'province', scope: { level: 'province', code: '42' }, kind: 'local_opening' })
  const unit = entry({ id: 'unit', sessions: [['07:00', '11:30']] })

  test('the unit wins over its province, and that over the nation, whenever they were recorded', () => {
    expect(minutesOn(monday, [nation])).toBe(0)
    expect(minutesOn(monday, [province, nation])).toBe(480)
    expect(minutesOn(monday, [unit, province, nation])).toBe(270)
  })

  test('others do not concern it', () => {
    expect(minutesOn(monday, [unit], { ...here, unit: '18082' })).toBe(480)
    expect(minutesOn(monday, [nation, province], { ...here, province: '75' })).toBe(0)
  })

  test('within a layer the entry recorded last wins', () => {
    const reopened = entry({ id: 'later', kind: 'local_opening', recordedAt: new Date('2026-11-03T00:00:00Z') })

    expect(minutesOn(monday, [reopened, entry({})])).toBe(480)
  })

  test('a correction takes the old entry away, also from another day', () => {
    const moved = entry({ id: 'moved', date: '2026-12-01', supersedes: 'flood' })

    expect(minutesOn(monday, [entry({}), moved])).toBe(480)
    expect(minutesOn('2026-12-01', [entry({}), moved])).toBe(0)
  })

  test('a correction for one unit leaves the entry to all others', () => {
    const onlyHere = entry({ id: 'here', kind: 'local_opening', supersedes: 'nation' })

    expect(minutesOn(monday, [nation, onlyHere])).toBe(480)
    expect(minutesOn(monday, [nation, onlyHere], { ...here, unit: '18082' })).toBe(0)
  })
})

describe('knowledge (2.5)', () => {
  test.each([
    ['2026-11-01T00:00:00Z', 480],
    ['2026-11-01T23:59:59Z', 480],
    ['2026-11-02T00:00:00Z', 0],
  ])('an entry announced on the 1st and typed in on the 2nd: at %s the day has %i minutes', (knownAt, minutes) => {
    expect(minutesOn(monday, [entry({})], { ...here, knownAt: new Date(knownAt) })).toBe(minutes)
  })

  test('a correction that is not known yet corrects nothing', () => {
    const correction = entry({
      id: 'c',
      kind: 'local_opening',
      supersedes: 'flood',
      recordedAt: new Date('2026-11-20T00:00:00Z'),
    })

    expect(minutesOn(monday, [entry({}), correction], { ...here, knownAt: new Date('2026-11-19T00:00:00Z') })).toBe(0)
  })
})

test('working minutes before a day are the sum of the days before it', () => {
  const entries = [
    entry({}),
    entry({ id: 'sat', date: '2026-12-05', kind: 'swap_work' }),
    entry({ id: 'noon', date: '2026-12-08', sessions: [['07:00', '11:30']] }),
  ]
  const calendar = buildCalendar({ entries, completeYears: new Set([2026]) }, here)

  let sum = calendar.minutesBefore(parseLocalDate('2026-11-20'))
  for (let day = parseLocalDate('2026-11-20'); day < parseLocalDate('2026-12-20'); day += 1) {
    expect(calendar.minutesBefore(day)).toBe(sum)
    sum += calendar.planOn(day).minutes
  }
  expect(calendar.isComplete(2026)).toBe(true)
  expect(calendar.isComplete(2027)).toBe(false)
})
