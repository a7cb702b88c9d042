import { describe, expect, test } from 'vitest'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { calendarsOf } from '#shared/sla/calendars.ts'
import { type DossierClockContext, dossierClock } from '#shared/sla/dossier-clock.ts'
import type { Outage } from '#shared/sla/outages.ts'
import { logOf } from './log.ts'
import { provinceOf } from './random-histories.ts'
import { at, national } from './vietnam.ts'

const read = (events: DossierEvent[], now: string, more: Partial<DossierClockContext> = {}) =>
  dossierClock(events, { now: at(now), calendarOf: calendarsOf(national, provinceOf), ...more })

describe('whose turn (8)', () => {
  const log = logOf(
    ['submit', '2026-11-19 16:00'],
    ['accept', '2026-11-20 09:00'],
    ['request_supplement', '2026-11-23 10:00'],
    ['answer_supplement', '2026-11-25 15:00'],
    ['resolve', '2026-11-26 16:00'],
  )

  test('every minute from filing to end is somebody’s', () => {
    const { clock, turns } = read(log, '2026-12-01 08:00')

    expect(turns.workingMinutes).toEqual({ system: 0, resident: 660, agency: 0, office: 180 + 1080 })
    expect(turns.elapsedMinutes).toEqual({ system: 0, resident: 3180, agency: 0, office: 6900 })
    expect(turns.spans).toEqual([
      { turn: 'office', from: at('2026-11-19 16:00'), to: at('2026-11-23 10:00') },
      { turn: 'resident', from: at('2026-11-23 10:00'), to: at('2026-11-25 15:00') },
      { turn: 'office', from: at('2026-11-25 15:00'), to: at('2026-11-26 16:00') },
    ])
    expect(clock).toMatchObject({
      workingMinutes: 1080,
      baseDueAt: at('2026-11-26 17:00'),
      dueAt: at('2026-11-30 17:00'),
      verdict: 'early',
    })
  })

  test('an outage comes before the resident, and the resident before another body; neither moves the date', () => {
    const outage = (scope: Outage['scope'], from: string, to: string, recordedAt = from): Outage => ({
      id: `${from} ${JSON.stringify(scope)}`,
      scope,
      from: at(from),
      to: at(to),
      recordedAt: at(recordedAt),
    })
    const outages = [
      outage({ level: 'province' }, '2026-11-25 08:00', '2026-11-25 14:00'),
      // Not this dossier's unit, not its channel, and not known when it ended.
      outage({ level: 'unit', code: '18082' }, '2026-11-20 08:00', '2026-11-20 16:00'),
      outage({ level: 'channel', channel: 'post' }, '2026-11-20 08:00', '2026-11-20 16:00'),
      outage({ level: 'province' }, '2026-11-20 08:00', '2026-11-20 16:00', '2026-11-26 16:01'),
    ]
    const checked = logOf(
      ['submit', '2026-11-19 16:00'],
      ['accept', '2026-11-20 09:00'],
      ['begin_agency_check', '2026-11-23 09:00'],
      ['request_supplement', '2026-11-23 10:00'],
      ['answer_supplement', '2026-11-25 15:00'],
      ['end_agency_check', '2026-11-26 08:00'],
      ['resolve', '2026-11-26 16:00'],
    )
    const { clock, turns } = read(checked, '2026-12-01 08:00', { outages })

    // Mon 23: the other body 09:00 to 10:00. Wed 25: system 08:00 to 14:00, resident before and until 15:00, then the
    // other body, until Thu 26 08:00.
    expect(turns.workingMinutes).toEqual({ system: 240, resident: 420, agency: 60 + 120 + 60, office: 1020 })
    expect(clock?.dueAt).toEqual(at('2026-11-30 17:00'))
  })

  test('another body’s check and an outage pause the term where the rule of the day of acceptance names them', () => {
    const lines = [
      ['begin_agency_check', '2026-11-23 08:00'],
      ['end_agency_check', '2026-11-23 10:00'],
    ] as const
    const usual = logOf(['submit', '2026-11-20 08:00'], ['accept', '2026-11-20 16:40'], ...lines)
    const named = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40', { pausedAlsoBy: ['agency_check'] }],
      ...lines,
    )

    expect(read(usual, '2026-11-25 08:00').clock?.dueAt).toEqual(at('2026-11-26 17:00'))
    expect(read(named, '2026-11-25 08:00').clock).toMatchObject({ dueAt: at('2026-11-27 17:00'), pausedMinutes: 120 })
  })

  test('whoever is asked to agree is waited for as the resident is, to the last word, and no date moves by it', () => {
    const ask = (request: string) => ({ request, role: 'head' }) as const
    const log = logOf(
      ['submit', '2026-11-19 16:00'],
      ['ask_consent', '2026-11-19 16:01', ask('head')],
      ['ask_consent', '2026-11-19 16:01', ask('owner')],
      ['answer_consent', '2026-11-20 09:00', ask('head')],
      ['end_consent', '2026-11-20 10:00', ask('owner')],
      ['ask_consent', '2026-11-20 14:00', ask('owner')],
      ['accept', '2026-11-20 15:00'],
      // It comes after the papers were found complete, and was waited for no more.
      ['answer_consent', '2026-11-23 09:00', ask('owner')],
      ['resolve', '2026-11-25 10:00'],
    )
    const { clock, turns, receptionDueAt } = read(log, '2026-12-01 08:00')

    // Thu 19: 59 after 16:01. Fri 20: 180 until 10:00, and 60 from 14:00 until it was accepted.
    expect(turns.workingMinutes.resident).toBe(59 + 180 + 60)
    expect(turns.workingMinutes.office).toBe(1 + 90 + 30 + 120 + 480 + 180)
    expect(receptionDueAt).toEqual(at('2026-11-20 16:00'))
    expect(clock).toMatchObject({ dueAt: at('2026-11-26 17:00'), pausedMinutes: 0 })
  })

  test('an outage of one unit covers a dossier only while that unit holds it, and a corrected record counts once', () => {
    const moved = logOf(
      ['submit', '2026-11-23 08:00', { unit: '18673', channel: 'online' }],
      ['transfer', '2026-11-23 10:00', { to: '18082' }],
    )
    const whole = {
      scope: { level: 'unit', code: '18673' },
      from: at('2026-11-23 09:00'),
      recordedAt: at('2026-11-23 09:00'),
    } as const
    const outages: Outage[] = [
      { ...whole, id: 'first', to: null },
      { ...whole, id: 'second', to: at('2026-11-23 09:20'), supersedes: 'first', recordedAt: at('2026-11-23 11:00') },
    ]

    expect(read(moved, '2026-11-23 10:30', { outages }).turns.workingMinutes.system).toBe(60)
    expect(read(moved, '2026-11-23 11:30', { outages }).turns.workingMinutes.system).toBe(20)
  })

  test('the first letter of apology gives a second date; the verdict stays on the first', () => {
    const log = logOf(
      ['submit', '2026-11-20 08:00'],
      ['accept', '2026-11-20 16:40'],
      ['extend', '2026-11-25 17:00', { newDueAt: at('2026-12-01 17:00').toISOString() }],
      ['extend', '2026-11-26 09:00', { newDueAt: at('2026-12-09 17:00').toISOString() }],
      ['resolve', '2026-11-30 10:00'],
    )

    expect(read(log, '2026-12-10 08:00').clock).toMatchObject({
      dueAt: at('2026-11-26 17:00'),
      verdict: 'late',
      extension: { dueAt: at('2026-12-01 17:00'), verdict: 'early', sentLate: false },
    })
  })
})
