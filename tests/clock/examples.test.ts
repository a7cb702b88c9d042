import { describe, expect, test } from 'vitest'
import type { Term } from '#shared/catalogue/types.ts'
import {
  type ClockInput,
  type ClockResult,
  clockOf,
  expectedDate,
  mayChangeTerm,
  receptionDueAt,
} from '#shared/sla/clock.ts'
import type { Pause } from '#shared/sla/pauses.ts'
import { at, local, vietnam } from './vietnam.ts'

const workingDays = (value: number): Term => ({ unit: 'working_day', value })
const workingMinutes = (value: number): Term => ({ unit: 'working_minute', value })
const calendarDays = (value: number): Term => ({ unit: 'calendar_day', value })
const pause = (from: string, to: string | null): Pause => ({ from: at(from), to: to === null ? null : at(to) })

function clock(input: Partial<ClockInput> & { acceptedAt: Date; term: Term }): ClockResult {
  return clockOf({ pauses: [], endedAt: null, now: input.acceptedAt, calendar: vietnam, ...input })
}

describe('the reception clock (3.1)', () => {
  test.each([
    ['2026-11-21 08:00', 'Mon 2026-11-23 17:00'],
    ['2026-11-20 15:00', 'Mon 2026-11-23 15:00'],
  ])('filed %s, to be received by %s', (filed, due) => {
    expect(local(receptionDueAt(at(filed), vietnam))).toBe(due)
  })

  test('before filing a resident is promised acceptance by the reception deadline, and the date that follows', () => {
    const promise = expectedDate(workingDays(3), at('2026-11-20 15:00'), vietnam)

    expect(promise.receptionDueAt).toEqual(at('2026-11-23 15:00'))
    expect(local(promise.dueAt)).toBe('Fri 2026-11-27 17:00')
    expect(promise.provisional).toBe(false)
  })

  test('a promise that reaches into 2027 is provisional', () => {
    expect(expectedDate(workingDays(3), at('2026-12-30 15:00'), vietnam).provisional).toBe(true)
  })

  test('a notice is promised for the minute of filing, day or night', () => {
    const filed = at('2026-11-22 23:30')

    expect(expectedDate({ unit: 'immediate', value: 0 }, filed, vietnam)).toEqual({
      receptionDueAt: null,
      dueAt: filed,
      provisional: false,
    })
  })
})

describe('rule versions and changes of variant (3.4, 3.5)', () => {
  test.each([
    [2, '2026-03-13 10:00', 'Tue 2026-03-17 17:00'],
    [3, '2026-03-16 10:00', 'Thu 2026-03-19 17:00'],
  ])('deleting a temporary residence in %i working days from %s is due %s', (days, accepted, due) => {
    expect(local(clock({ term: workingDays(days), acceptedAt: at(accepted) }).dueAt)).toBe(due)
  })

  test('a changed term counts from the same acceptance', () => {
    const acceptedAt = at('2026-11-20 09:00')
    const halfDay = clock({ term: workingMinutes(240), acceptedAt })

    expect(mayChangeTerm(halfDay, at('2026-11-20 15:00:59'))).toBe(true)
    expect(mayChangeTerm(halfDay, at('2026-11-20 15:01'))).toBe(false)
    expect(local(clock({ term: workingDays(3), acceptedAt }).dueAt)).toBe('Thu 2026-11-26 17:00')
  })
})

describe('terms (3.6)', () => {
  test.each<Term>([
    workingDays(0.5),
    workingDays(0),
    workingDays(-1),
    calendarDays(1.5),
    workingMinutes(0),
    workingMinutes(Number.NaN),
    { unit: 'immediate', value: 1 },
  ])('$value $unit is no term', (term) => {
    expect(() => clock({ term, acceptedAt: at('2026-11-20 09:00') })).toThrow(RangeError)
  })
})

describe('due dates without pauses (4)', () => {
  test.each<[string, Term, string, string]>([
    ['2026-11-20 16:40', workingDays(3), 'Thu 2026-11-26 17:00', 'Tue 24/11 is a holiday'],
    ['2026-11-20 18:30', workingDays(3), 'Thu 2026-11-26 17:00', 'after closing changes nothing'],
    ['2026-11-21 08:00', workingDays(3), 'Thu 2026-11-26 17:00', 'a reception Saturday; Mon 23 = 1'],
    ['2026-08-22 08:00', workingDays(3), 'Wed 2026-08-26 17:00', 'the worked Saturday is the day of acceptance'],
    ['2026-08-21 08:00', workingDays(3), 'Tue 2026-08-25 17:00', 'worked Sat 22 = 1'],
    ['2026-11-24 08:00', workingDays(3), 'Fri 2026-11-27 17:00', 'accepted on a holiday; Wed 25 = 1'],
    ['2026-02-13 08:00', workingDays(3), 'Wed 2026-02-25 17:00', 'Tết'],
    ['2026-11-20 07:30', workingMinutes(240), 'Fri 2026-11-20 11:30', 'exactly at lunch, stays'],
    ['2026-11-20 09:00', workingMinutes(240), 'Fri 2026-11-20 15:00', '150 before lunch, 90 after'],
    ['2026-11-20 17:00', workingMinutes(240), 'Mon 2026-11-23 11:00', 'starts at the next opening'],
    ['2026-11-23 15:00', workingMinutes(240), 'Wed 2026-11-25 09:00', '120 Mon, 120 Wed'],
    ['2026-11-20 09:00', calendarDays(30), 'Mon 2026-12-21 17:00', '20/12 is a Sunday'],
    ['2026-10-25 09:00', calendarDays(30), 'Wed 2026-11-25 17:00', '24/11 is a holiday'],
    ['2026-07-23 09:00', calendarDays(30), 'Sat 2026-08-22 17:00', 'a worked Saturday serves'],
    ['2026-11-20 16:59', workingDays(1), 'Mon 2026-11-23 17:00', 'no afternoon cut-off'],
    ['2026-11-20 19:00', workingDays(1), 'Mon 2026-11-23 17:00', 'no afternoon cut-off'],
    ['2026-11-20 16:59', workingMinutes(240), 'Mon 2026-11-23 10:59', 'no afternoon cut-off for half days either'],
    ['2026-11-20 16:40:59', workingMinutes(20), 'Fri 2026-11-20 17:00', 'cut to the minute'],
    ['2026-11-22 23:30', { unit: 'immediate', value: 0 }, 'Sun 2026-11-22 23:30', 'day or night'],
  ])('accepted %s, $1.value $1.unit: %3$s', (accepted, term, due) => {
    expect(local(clock({ term, acceptedAt: at(accepted) }).dueAt)).toBe(due)
  })
})

describe('pauses (5)', () => {
  const acceptedAt = at('2026-11-20 16:40')
  const later = { now: at('2026-11-26 10:00') }

  test.each<[string, Pause[], Partial<ClockInput>, string, Partial<ClockResult>]>([
    [
      'over the holiday',
      [pause('2026-11-23 16:00', '2026-11-25 08:00')],
      later,
      'Fri 2026-11-27 17:00',
      { movedMinutes: 120 },
    ],
    [
      'over the weekend',
      [pause('2026-11-21 08:00', '2026-11-22 20:00')],
      later,
      'Thu 2026-11-26 17:00',
      { movedMinutes: 0 },
    ],
    [
      'of one minute',
      [pause('2026-11-25 09:00', '2026-11-25 09:01')],
      later,
      'Fri 2026-11-27 17:00',
      { movedMinutes: 1 },
    ],
    [
      'of exactly one day',
      [pause('2026-11-25 07:00', '2026-11-25 17:00')],
      later,
      'Fri 2026-11-27 17:00',
      { movedMinutes: 480 },
    ],
    [
      'of a day and an hour',
      [pause('2026-11-25 07:00', '2026-11-26 08:00')],
      later,
      'Mon 2026-11-30 17:00',
      { movedMinutes: 540 },
    ],
    [
      'that overlap',
      [pause('2026-11-25 14:00', '2026-11-26 09:00'), pause('2026-11-25 09:00', '2026-11-25 15:00')],
      later,
      'Fri 2026-11-27 17:00',
      { movedMinutes: 480 },
    ],
    [
      'still open',
      [pause('2026-11-25 10:00', null)],
      { now: at('2026-11-27 10:00') },
      'Mon 2026-11-30 17:00',
      { movedMinutes: 960, notBefore: true, standing: 'paused', workingMinutes: 680, verdict: null },
    ],
    [
      'open at the end',
      [pause('2026-11-25 10:00', null)],
      { endedAt: at('2026-11-27 10:00') },
      'Mon 2026-11-30 17:00',
      { movedMinutes: 960, notBefore: false, verdict: 'early' },
    ],
    [
      'asked in the due minute',
      [pause('2026-11-26 17:00', '2026-11-27 08:00')],
      { endedAt: at('2026-11-27 16:30') },
      'Fri 2026-11-27 17:00',
      { movedMinutes: 60, verdict: 'on_time' },
    ],
    [
      'asked after the due date',
      [pause('2026-11-27 08:00', '2026-11-27 16:00')],
      { endedAt: at('2026-11-27 16:30') },
      'Thu 2026-11-26 17:00',
      { movedMinutes: 0, verdict: 'late', workingMinutes: 1550 },
    ],
  ])('a pause %s', (_name, pauses, when, due, expected) => {
    const result = clock({ term: workingDays(3), acceptedAt, pauses, ...when })

    expect(local(result.baseDueAt)).toBe('Thu 2026-11-26 17:00')
    expect(local(result.dueAt)).toBe(due)
    expect(result).toMatchObject(expected)
  })

  test('a term in minutes moves by exactly the paused minutes', () => {
    const result = clock({
      term: workingMinutes(240),
      acceptedAt: at('2026-11-20 09:00'),
      now: at('2026-11-23 09:00'),
      pauses: [pause('2026-11-20 10:00', '2026-11-23 08:00')],
    })

    expect(result.movedMinutes).toBe(360)
    expect(local(result.dueAt)).toBe('Mon 2026-11-23 11:00')
  })

  test('a term in calendar days moves on from its shifted date', () => {
    const result = clock({
      term: calendarDays(30),
      acceptedAt: at('2026-11-20 09:00'),
      now: at('2026-12-02 09:00'),
      pauses: [pause('2026-12-01 08:00', '2026-12-01 09:00')],
    })

    expect(local(result.baseDueAt)).toBe('Mon 2026-12-21 17:00')
    expect(local(result.dueAt)).toBe('Tue 2026-12-22 17:00')
  })

  test('two short pauses are rounded up once, not one by one', () => {
    const result = clock({
      term: workingDays(3),
      acceptedAt,
      now: at('2026-11-26 10:00'),
      pauses: [pause('2026-11-25 09:00', '2026-11-25 10:00'), pause('2026-11-25 14:00', '2026-11-25 15:00')],
    })

    expect(local(result.dueAt)).toBe('Fri 2026-11-27 17:00')
  })

  test('a pause before acceptance or that begins after now is no part of the term', () => {
    const result = clock({
      term: workingDays(3),
      acceptedAt,
      now: at('2026-11-25 08:00'),
      pauses: [pause('2026-11-19 09:00', '2026-11-20 10:00'), pause('2026-11-25 09:00', '2026-11-25 10:00')],
    })

    expect(result).toMatchObject({ pausedMinutes: 0, pauses: [], standing: 'running' })
  })

  test('a joined pause names the event that opened it and the one that closed it', () => {
    const result = clock({
      term: workingDays(3),
      acceptedAt,
      now: at('2026-11-26 10:00'),
      pauses: [
        { ...pause('2026-11-25 09:00', '2026-11-25 10:00'), openedBy: 4, closedBy: 5 },
        { ...pause('2026-11-25 10:00', '2026-11-25 11:00'), openedBy: 6, closedBy: 7 },
      ],
    })

    expect(result.pauses).toMatchObject([{ workingMinutes: 120, openedBy: 4, closedBy: 7 }])
  })

  test('a pause that the end cuts off was closed by the end, not by a later answer', () => {
    const answeredLater = { ...pause('2026-11-25 09:00', '2026-11-27 10:00'), openedBy: 4, closedBy: 6 }
    const result = clock({
      term: workingDays(3),
      acceptedAt,
      pauses: [answeredLater],
      endedAt: at('2026-11-26 10:00'),
    })

    expect(result.pauses).toEqual([
      {
        from: at('2026-11-25 09:00'),
        to: at('2026-11-26 10:00'),
        workingMinutes: 540,
        movesDueDate: true,
        openedBy: 4,
      },
    ])
  })
})

describe('standing and verdict (6)', () => {
  const term = workingDays(3)
  const acceptedAt = at('2026-11-20 16:40')

  test.each([
    ['2026-11-25 17:00', 'running'],
    ['2026-11-26 07:00', 'running'],
    ['2026-11-26 07:01', 'due_soon'],
    ['2026-11-26 17:00', 'due_soon'],
    ['2026-11-26 17:01', 'overdue'],
  ])('open at %s: %s', (now, standing) => {
    expect(clock({ term, acceptedAt, now: at(now) })).toMatchObject({ standing, verdict: null })
  })

  test.each([
    ['2026-11-25 18:00', 'early'],
    ['2026-11-26 07:00', 'on_time'],
    ['2026-11-26 17:00:59', 'on_time'],
    ['2026-11-26 17:01', 'late'],
  ])('ended at %s: %s', (endedAt, verdict) => {
    expect(clock({ term, acceptedAt, endedAt: at(endedAt) })).toMatchObject({ standing: verdict, verdict })
  })

  test('a half-day dossier is due soon from its start, and on time when it ends hours before', () => {
    const halfDay = { term: workingMinutes(240), acceptedAt: at('2026-11-20 09:00') }

    expect(clock(halfDay)).toMatchObject({ standing: 'due_soon', dueSoonAt: halfDay.acceptedAt })
    expect(clock({ ...halfDay, endedAt: at('2026-11-20 09:05') }).verdict).toBe('on_time')
  })

  test('due soon begins when one minute less than eight working hours is left', () => {
    expect(clock({ term, acceptedAt }).dueSoonAt).toEqual(at('2026-11-26 07:01'))
  })

  test('an overdue dossier that waits for its resident is overdue', () => {
    const result = clock({ term, acceptedAt, now: at('2026-11-27 09:00'), pauses: [pause('2026-11-27 08:00', null)] })

    expect(result).toMatchObject({ standing: 'overdue', notBefore: false })
  })

  test('asked in this very minute, it is paused', () => {
    const result = clock({
      term,
      acceptedAt,
      now: at('2026-11-25 09:00:30'),
      pauses: [pause('2026-11-25 09:00:10', null)],
    })

    expect(result).toMatchObject({ standing: 'paused', notBefore: true, movedMinutes: 0, dueSoonAt: null })
  })
})

describe('extensions (6.5)', () => {
  const acceptedAt = at('2026-11-20 16:40')
  const extension = { sentAt: at('2026-11-25 16:00'), to: at('2026-12-01 17:00') }

  test('stand beside the original date and do not heal its verdict', () => {
    const result = clock({ term: workingDays(3), acceptedAt, endedAt: at('2026-11-30 09:00'), extension })

    expect(result.verdict).toBe('late')
    expect(result.extension).toEqual({ dueAt: extension.to, verdict: 'early', sentLate: false })
  })

  test.each([
    ['2026-11-25 17:00', false],
    ['2026-11-25 17:01', true],
  ])('sent at %s, late: %s', (sentAt, sentLate) => {
    const result = clock({ term: workingDays(3), acceptedAt, extension: { ...extension, sentAt: at(sentAt) } })

    expect(result.extension?.sentLate).toBe(sentLate)
  })

  test('a pause after the letter moves the new date, one before it is already in it', () => {
    const pauses = [pause('2026-11-23 09:00', '2026-11-23 10:00'), pause('2026-12-01 09:00', '2026-12-01 10:00')]
    const result = clock({ term: workingDays(3), acceptedAt, pauses, now: at('2026-12-02 08:00'), extension })

    expect(local(result.dueAt)).toBe('Fri 2026-11-27 17:00')
    expect(result.extension?.dueAt).toEqual(at('2026-12-02 17:00'))
  })

  test('a pause that begins after the new date moves it no more', () => {
    const pauses = [pause('2026-12-02 09:00', '2026-12-02 10:00')]
    const result = clock({ term: workingDays(3), acceptedAt, pauses, now: at('2026-12-03 08:00'), extension })

    expect(result.extension?.dueAt).toEqual(extension.to)
  })
})

describe('incomplete years (2.8)', () => {
  test.each<[string, Term, number[]]>([
    ['2026-12-28 09:00', workingDays(3), []],
    ['2026-12-29 09:00', workingDays(3), [2027]],
    ['2026-12-31 09:00', workingMinutes(240), []],
    ['2022-12-29 09:00', calendarDays(10), [2022]],
  ])('accepted %s', (accepted, term, years) => {
    expect(clock({ term, acceptedAt: at(accepted) }).provisionalYears).toEqual(years)
  })
})
