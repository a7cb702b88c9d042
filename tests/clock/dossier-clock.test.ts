import { describe, expect, test } from 'vitest'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { CalendarEntry } from '#shared/sla/calendar.ts'
import { calendarsOf } from '#shared/sla/calendars.ts'
import { type DossierClockContext, dossierClock } from '#shared/sla/dossier-clock.ts'
import { explainDossier } from '#shared/sla/explain.ts'
import { logOf, threeDays } from './log.ts'
import { provinceOf } from './random-histories.ts'
import { at, national } from './vietnam.ts'

/** A closure of one commune, announced and typed in when the test says. */
function closure(date: string, unit: string, announced: string, recorded = announced): CalendarEntry {
  return {
    id: `${unit} ${date}`,
    date,
    kind: 'local_closure',
    name: 'Ngập lụt',
    scope: { level: 'unit', code: unit },
    source: 'Thông báo 12/TB-UBND',
    mark: 'seen',
    announcedAt: at(announced),
    recordedAt: at(recorded),
  }
}

function read(
  events: DossierEvent[],
  now: string,
  more: Partial<DossierClockContext> & { closures?: CalendarEntry[] } = {},
) {
  const book = { ...national, entries: [...national.entries, ...(more.closures ?? [])] }

  return dossierClock(events, { now: at(now), calendarOf: calendarsOf(book, provinceOf), ...more })
}

describe('reception (3.1)', () => {
  test('a request stops the clock and the answer starts a new one of eight working hours', () => {
    const asked = logOf(
      ['submit', '2026-11-19 16:00'],
      ['request_supplement', '2026-11-20 09:00'],
      ['answer_supplement', '2026-11-20 16:00'],
    )
    const { receptions, receptionDueAt, receptionStoppedAt, nextDueAt, clock } = read(asked, '2026-11-23 08:00')

    expect(clock).toBeNull()
    expect(receptions).toMatchObject([
      {
        dueAt: at('2026-11-20 16:00'),
        stoppedAt: at('2026-11-20 09:00'),
        stoppedBy: 'request_supplement',
        isLate: false,
      },
      { dueAt: at('2026-11-23 16:00'), stoppedAt: null, stoppedBy: null, isLate: false },
    ])
    expect(receptionDueAt).toEqual(at('2026-11-23 16:00'))
    expect(receptionStoppedAt).toBeNull()
    expect(nextDueAt).toEqual(receptionDueAt)
  })

  test('while it waits for the resident it keeps the last reception deadline', () => {
    const asked = logOf(['submit', '2026-11-19 16:00'], ['request_supplement', '2026-11-20 09:00'])

    expect(read(asked, '2026-12-01 08:00')).toMatchObject({
      nextDueAt: at('2026-11-20 16:00'),
      receptions: [{ isLate: false }],
    })
  })

  test('a transfer before acceptance does not restart it', () => {
    const moved = logOf(['submit', '2026-11-19 16:00'], ['transfer', '2026-11-20 09:00', { to: '18082' }])

    expect(read(moved, '2026-11-23 08:00')).toMatchObject({
      receptionDueAt: at('2026-11-20 16:00'),
      receptions: [{ isLate: true }],
    })
  })

  test('refused before acceptance it gets no verdict, only the reception result (6.1)', () => {
    const refused = logOf(['submit', '2026-11-19 16:00'], ['refuse', '2026-11-20 16:01'])

    expect(read(refused, '2026-12-01 08:00')).toMatchObject({
      clock: null,
      receptions: [{ stoppedBy: 'refuse', isLate: true }],
    })
  })

  test('a notice has no reception clock and ends on time in its minute, also at night (4.4)', () => {
    const notice = logOf(
      ['submit', '2026-11-22 23:10:05'],
      ['accept', '2026-11-22 23:10:05', { term: { unit: 'immediate', value: 0 } }],
      ['resolve', '2026-11-22 23:10:06'],
    )

    expect(read(notice, '2026-11-23 08:00')).toMatchObject({
      receptions: [],
      receptionDueAt: null,
      nextDueAt: at('2026-11-22 23:10'),
      clock: { verdict: 'on_time' },
    })
  })
})

describe('the term from the log (3.2 to 3.5, 5)', () => {
  test('acceptance ends any waiting for a supplement', () => {
    const accepted = logOf(
      ['submit', '2026-11-19 16:00'],
      ['request_supplement', '2026-11-19 16:30'],
      ['accept', '2026-11-20 16:40'],
    )
    const { clock, supplementRequests, nextDueAt } = read(accepted, '2026-11-25 09:00')

    expect(clock).toMatchObject({ dueAt: at('2026-11-26 17:00'), pausedMinutes: 0, standing: 'running' })
    expect(nextDueAt).toEqual(at('2026-11-26 17:00'))
    expect(supplementRequests).toBe(1)
  })

  test('a changed variant counts its term from the same acceptance', () => {
    const changed = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 09:00', { term: { unit: 'working_minute', value: 240 } }],
      ['change_variant', '2026-11-20 14:00', { variant: 'verify', term: threeDays }],
    )

    expect(read(changed, '2026-11-20 14:00').clock?.dueAt).toEqual(at('2026-11-26 17:00'))
    expect(read(changed.slice(0, 2), '2026-11-20 14:00').clock?.dueAt).toEqual(at('2026-11-20 15:00'))

    const steps = explainDossier(read(changed, '2026-11-20 14:00'))
    expect(steps.slice(0, 2).map(({ text }) => text.vi)).toEqual([
      'Tiếp nhận thứ Sáu 20/11/2026 lúc 09:00. Ngày tiếp nhận không tính (Bộ luật Dân sự 2015 Điều 147).',
      'Đổi thời hạn từ nửa ngày làm việc (4 giờ) thành 3 ngày làm việc, thứ Sáu 20/11/2026 lúc 14:00; vẫn tính từ lúc tiếp nhận.',
    ])
  })

  test('pauses name their events; waiting for a fee is no pause', () => {
    const paused = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['request_payment', '2026-11-23 08:00'],
      ['record_payment', '2026-11-23 10:00'],
      ['request_supplement', '2026-11-23 16:00'],
      ['answer_supplement', '2026-11-25 08:00'],
    )
    const { clock, turns } = read(paused, '2026-11-25 08:00')

    expect(clock?.pauses).toMatchObject([{ workingMinutes: 120, openedBy: 5, closedBy: 6 }])
    expect(clock?.dueAt).toEqual(at('2026-11-27 17:00'))
    expect(turns.workingMinutes.resident).toBe(240)
  })

  test('there is one end: nothing after it counts', () => {
    const log = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['resolve', '2026-11-25 09:00'],
      ['hand_over', '2026-12-03 09:00'],
      ['withdraw', '2026-12-04 09:00'],
    )
    const { clock, turns } = read(log, '2026-12-05 08:00')

    expect(clock).toMatchObject({ verdict: 'early', workingMinutes: 20 + 480 + 120 })
    expect(turns.spans.at(-1)?.to).toEqual(at('2026-11-25 09:00'))
  })

  test('a log without its filing is no log', () => {
    expect(() => read(logOf(['accept', '2026-11-20 16:40']), '2026-11-25 08:00')).toThrow(RangeError)
  })
})

describe('knowledge (2.5, 2.6)', () => {
  const accepted = logOf(['submit', '2026-11-20 08:00'], ['accept', '2026-11-20 16:40'])
  const ended = [...accepted, ...logOf(['submit', '2026-11-20 08:00'], ['resolve', '2026-11-26 16:30']).slice(1)]

  test('an open dossier moves with a closure that becomes known, also of yesterday', () => {
    const closures = [closure('2026-11-25', '18673', '2026-11-26 09:00')]

    expect(read(accepted, '2026-11-26 08:59', { closures }).clock?.dueAt).toEqual(at('2026-11-26 17:00'))
    expect(read(accepted, '2026-11-26 09:00', { closures }).clock?.dueAt).toEqual(at('2026-11-27 17:00'))
  })

  test('an overdue one moves back into time', () => {
    const closures = [closure('2026-11-25', '18673', '2026-11-27 09:00')]

    expect(read(accepted, '2026-11-27 08:00', { closures }).clock?.standing).toBe('overdue')
    expect(read(accepted, '2026-11-27 09:00', { closures }).clock?.standing).toBe('due_soon')
  })

  test('an ended one keeps its verdict, although the closure was announced before and only typed in later', () => {
    const late = [...accepted, ...logOf(['submit', '2026-11-20 08:00'], ['resolve', '2026-11-27 09:00']).slice(1)]
    const typedInLate = [closure('2026-11-25', '18673', '2026-11-24 09:00', '2026-11-27 10:00')]
    const typedInTime = [closure('2026-11-25', '18673', '2026-11-24 09:00', '2026-11-26 10:00')]

    expect(read(late, '2026-12-10 08:00', { closures: typedInLate }).clock?.verdict).toBe('late')
    expect(read(late, '2026-12-10 08:00', { closures: typedInTime }).clock?.verdict).toBe('on_time')
  })

  test('knowledge is of the second in which the end was recorded, not of its minute', () => {
    const closures = [closure('2026-11-27', '18673', '2026-11-20 09:00', '2026-11-26 16:30:30')]
    const calendarAt = (recordedAt: string) => {
      const log = logOf(
        ['submit', '2026-11-20 08:00'],
        ['accept', '2026-11-20 16:40'],
        ['resolve', '2026-11-26 16:30', {}, recordedAt],
      )

      return read(log, '2026-12-10 08:00', { closures }).calendar
    }
    const friday = Math.floor(at('2026-11-27 07:00').getTime() / 86_400_000)

    expect(calendarAt('2026-11-26 16:30:29').planOn(friday).minutes).toBe(480)
    expect(calendarAt('2026-11-26 16:30:30').planOn(friday).minutes).toBe(0)
  })

  test('as seen at an earlier instant it is open', () => {
    const seen = ended.filter(({ recordedAt }) => recordedAt <= at('2026-11-26 10:00'))

    expect(read(seen, '2026-11-26 10:00').clock).toMatchObject({ standing: 'due_soon', verdict: null })
  })
})

describe('whose calendar (2.7) and custody (7.1)', () => {
  test('a transfer never loses a closure already lived through, and later days are the new holder’s', () => {
    const moved = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['transfer', '2026-11-25 10:00', { to: '18082' }],
    )
    const closures = [
      closure('2026-11-23', '18673', '2026-11-22 09:00'),
      closure('2026-11-23', '18082', '2026-11-22 09:00'),
      closure('2026-11-27', '18082', '2026-11-22 09:00'),
      closure('2026-11-30', '18673', '2026-11-22 09:00'),
    ]

    // Mon 23 was lost at the first unit; Wed 25, Thu 26 and Mon 30 count, Fri 27 is closed at the second.
    expect(read(moved, '2026-11-26 08:00', { closures }).clock?.dueAt).toEqual(at('2026-11-30 17:00'))
    // On the day of the transfer the new holder's calendar already counts for today.
    const today = [closure('2026-11-25', '18082', '2026-11-22 09:00')]
    expect(read(moved, '2026-11-25 11:00', { closures: today }).clock?.dueAt).toEqual(at('2026-11-27 17:00'))
    expect(read(moved, '2026-11-26 11:00', { closures: today }).clock?.dueAt).toEqual(at('2026-11-26 17:00'))
  })

  test('the date of acceptance is read in the accepting unit’s calendar', () => {
    const term = { unit: 'working_minute', value: 240 } as const
    const log = logOf(
      ['submit', '2026-11-19 16:00'],
      ['transfer', '2026-11-20 08:00', { to: '18082' }],
      ['accept', '2026-11-20 09:00', { term }],
      ['transfer', '2026-11-20 16:00', { to: '25270' }],
    )
    const closures = [
      closure('2026-11-20', '18673', '2026-11-19 09:00'),
      closure('2026-11-20', '25270', '2026-11-19 09:00'),
    ]

    expect(read(log, '2026-11-20 16:30', { closures }).clock?.dueAt).toEqual(at('2026-11-20 15:00'))
    expect(read(log, '2026-11-23 16:30', { closures }).clock?.dueAt).toEqual(at('2026-11-20 15:00'))
  })

  test('who receives it at 00:00 holds it on that date', () => {
    const log = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['transfer', '2026-11-25 00:00', { to: '18082' }],
    )
    const closures = [closure('2026-11-25', '18673', '2026-11-22 09:00')]

    expect(read(log, '2026-11-26 08:00', { closures }).clock?.dueAt).toEqual(at('2026-11-26 17:00'))
  })

  test('three calendars in a row still add up', () => {
    const log = logOf(
      ['submit', '2026-11-16 07:00'],
      ['transfer', '2026-11-17 08:00', { to: '18082' }],
      ['transfer', '2026-11-19 08:00', { to: '25270' }],
    )
    const closures = [
      closure('2026-11-16', '18673', '2026-11-10 09:00'),
      closure('2026-11-18', '18082', '2026-11-10 09:00'),
      closure('2026-11-13', '25270', '2026-11-10 09:00'),
      closure('2026-11-20', '25270', '2026-11-10 09:00'),
    ]
    const { turns, custody } = read(log, '2026-11-23 17:00', { closures })

    // Tue 17 and Thu 19 and Mon 23 are worked; Mon 16, Wed 18 and Fri 20 closed at whoever held it.
    expect(turns.workingMinutes.office).toBe(3 * 480)
    expect(custody.map(({ workingMinutes }) => workingMinutes)).toEqual([60, 420 + 60, 420 + 480])
  })

  test('lateness is charged to the unit that held it in the first minute after the due date', () => {
    const log = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['transfer', '2026-11-26 16:00', { to: '18082' }],
      ['transfer', '2026-11-27 08:00', { to: '25270' }],
      ['resolve', '2026-11-27 10:00'],
    )
    const { clock, chargedUnit, custody } = read(log, '2026-12-01 08:00')

    expect(clock?.dueAt).toEqual(at('2026-11-26 17:00'))
    expect(chargedUnit).toBe('18082')
    expect(custody).toMatchObject([
      { unit: '18673', workingMinutes: 420 + 480 + 480 + 420, lateOnArrival: false },
      { unit: '18082', workingMinutes: 60 + 60, lateOnArrival: false },
      { unit: '25270', workingMinutes: 120, lateOnArrival: true },
    ])
  })

  test.each([
    ['2026-11-26 17:00', '18082', false],
    ['2026-11-26 17:01', '18082', false],
    ['2026-11-26 17:02', '18673', true],
  ])('given away at %s, %s answers for the lateness', (given, chargedUnit, lateOnArrival) => {
    const log = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['transfer', given, { to: '18082' }],
    )

    expect(read(log, '2026-12-01 08:00')).toMatchObject({
      chargedUnit,
      custody: [{}, { unit: '18082', lateOnArrival }],
    })
  })

  test('nobody is charged for what is in time', () => {
    const log = logOf(['submit', '2026-11-20 08:00'], ['accept', '2026-11-20 16:40'], ['resolve', '2026-11-26 17:00'])

    expect(read(log, '2026-12-01 08:00').chargedUnit).toBeNull()
  })
})
