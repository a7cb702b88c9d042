import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Channel, DossierEvent } from '#shared/dossiers/events.ts'
import { checkRow, countEntries } from '#shared/reports/ii06.ts'
import { periodBounds } from '#shared/reports/ii06-periods.ts'
import { type Ii06Window, ii06Share } from '#shared/reports/ii06-share.ts'
import { calendarsOf } from '#shared/sla/calendars.ts'
import { logOf } from './log.ts'
import { cases, history, provinceOf, units } from './random-histories.ts'
import { national } from './vietnam.ts'

const windowOf = (from: string, to: string, calendarOf = calendarsOf(national, provinceOf)): Ii06Window => {
  const bounds = periodBounds({ from, to })

  return { ...bounds, asOf: bounds.until, calendarOf, unitOn: (code) => code }
}
const november = windowOf('2026-10-15', '2026-11-14')
const december = windowOf('2026-11-15', '2026-12-14')
const share = (log: DossierEvent[], channel: Channel = 'online', window = november) =>
  ii06Share({ code: 'x', procedure: '1.004194', channel, log }, window)
const cells = (log: DossierEvent[], channel: Channel = 'online', window = november) => {
  const { whole } = share(log, channel, window)

  return whole && `${whole.received} ${whole.outcome}`
}
const fiveDays = { term: { unit: 'working_day', value: 5 } } as const

/** The example of CLOCK §9. */
const dossiers: Record<string, [Channel, DossierEvent[]]> = {
  a: ['online', logOf(['submit', '2026-10-12 08:00'], ['accept', '2026-10-12 09:00'], ['resolve', '2026-10-16 10:00'])],
  b: ['online', logOf(['submit', '2026-11-13 08:00'], ['accept', '2026-11-16 09:00'])],
  c: ['online', logOf(['submit', '2026-11-12 08:00'], ['accept', '2026-11-12 09:00', fiveDays])],
  d: [
    'counter',
    logOf(['submit', '2026-11-09 08:00'], ['accept', '2026-11-09 09:00'], ['withdraw', '2026-11-10 09:00']),
  ],
  e: ['online', logOf(['submit', '2026-11-09 08:00'], ['refuse', '2026-11-09 09:00'])],
  f: ['online', logOf(['submit', '2026-11-10 08:00'], ['accept', '2026-11-10 09:00'], ['resolve', '2026-11-11 09:00'])],
}

describe('the example of CLOCK §9', () => {
  test('each dossier stands where the rules put it', () => {
    expect(
      Object.fromEntries(Object.entries(dossiers).map(([name, [channel, log]]) => [name, cells(log, channel)])),
    ).toEqual({
      a: '6 10',
      b: null,
      c: '4 12',
      d: '5 9',
      e: null,
      f: '4 8',
    })
    expect(cells(dossiers.b?.[1] ?? [], 'online', december)).toBe('4 13')
  })

  test('the row is the row of the page, and its checks hold', () => {
    const entries = Object.values(dossiers).flatMap(([channel, log]) => share(log, channel).whole ?? [])
    const row = countEntries(entries)

    expect(row).toEqual({ 3: 4, 4: 2, 5: 1, 6: 1, 7: 3, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1, 13: 0 })
    expect(checkRow(row, 1).every(({ holds }) => holds)).toBe(true)
  })

  test('what was not accepted stands only in the note', () => {
    expect(share(dossiers.b?.[1] ?? []).aside).toEqual({ unit: '18673', kind: 'waiting' })
    expect(share(dossiers.e?.[1] ?? []).aside).toEqual({ unit: '18673', kind: 'refused_intake' })
  })
})

describe('single rules', () => {
  test('waiting for a supplement is open, and overdue only when the request came too late (9.4)', () => {
    const asked = (at: string) =>
      logOf(['submit', '2026-11-05 08:00'], ['accept', '2026-11-05 09:00'], ['request_supplement', at])

    expect(cells(asked('2026-11-09 09:00'))).toBe('4 12')
    expect(cells(asked('2026-11-11 09:00'))).toBe('4 13')
  })

  test('a refusal after acceptance is never early (9.3)', () => {
    const log = logOf(['submit', '2026-11-05 08:00'], ['accept', '2026-11-05 09:00'], ['refuse', '2026-11-05 10:00'])

    expect(cells(log)).toBe('4 9')
  })

  test('a transfer ends it for the giver and is received by the other, and the province counts one (9.6)', () => {
    const log = logOf(
      ['submit', '2026-11-05 08:00'],
      ['accept', '2026-11-05 09:00'],
      ['transfer', '2026-11-12 09:00', { to: '18082' }],
      ['resolve', '2026-11-13 09:00'],
    )
    const { held, whole, transfers } = share(log, 'counter')

    expect(held.map(({ unit, received, outcome }) => `${unit} ${received} ${outcome}`)).toEqual([
      '18673 5 10',
      '18082 5 10',
    ])
    expect(`${whole?.received} ${whole?.outcome} ${transfers}`).toBe('5 10 1')
    const { held: later } = share(log, 'counter', windowOf('2026-11-13', '2026-11-14'))
    expect(later.map(({ unit, received, outcome }) => `${unit} ${received} ${outcome}`)).toEqual(['18082 6 10'])
  })

  test('a transfer back is received a second time by the first unit', () => {
    const log = logOf(
      ['submit', '2026-11-09 08:00'],
      ['accept', '2026-11-09 09:00'],
      ['transfer', '2026-11-09 10:00', { to: '18082' }],
      ['transfer', '2026-11-09 11:00', { to: '18673' }],
    )
    const row = countEntries(share(log).held.filter(({ unit }) => unit === '18673'))

    expect(row).toMatchObject({ 3: 2, 4: 2, 7: 1, 9: 1, 11: 1 })
  })

  test('a duplicate that is withdrawn after acceptance is marked as one (9.7)', () => {
    const log = logOf(
      ['submit', '2026-11-09 08:00'],
      ['accept', '2026-11-09 09:00'],
      ['withdraw', '2026-11-09 10:00', { reason: 'Nộp trùng hồ sơ' }],
    )

    expect(share(log).whole).toMatchObject({ received: '4', outcome: '9', fate: 'duplicate' })
  })
})

test('on any histories every row adds up, continues the one before, and units exceed the province by the transfers', () => {
  fc.assert(
    fc.property(
      fc.array(history, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 90 }),
      (histories, length) => {
        const entries = histories[0]?.entries ?? []
        const calendarOf = calendarsOf({ entries, completeYears: new Set([2026]) }, provinceOf)
        const anchor = histories[0]?.events[0]?.occurredAt ?? new Date()
        const day = (n: number) => new Date(anchor.getTime() + (n * 24 + 7) * 3_600_000).toISOString().slice(0, 10)
        const logs = histories.map(({ events }, i) => ({
          code: String(i),
          procedure: 'p',
          channel: (['online', 'counter', 'post'] as const)[i % 3] ?? 'online',
          log: events,
        }))
        const first = logs.map((log) => ii06Share(log, windowOf(day(-3), day(length), calendarOf)))
        const second = logs.map((log) => ii06Share(log, windowOf(day(length + 1), day(length + 31), calendarOf)))

        for (const unit of [...units, null]) {
          const row = (shares: typeof first) =>
            countEntries(
              shares.flatMap(({ held, whole }) => (unit ? held.filter((entry) => entry.unit === unit) : (whole ?? []))),
            )
          const carried = row(first)[11]
          for (const check of checkRow(row(second), carried))
            expect(check, `${unit} ${check.id}`).toMatchObject({ holds: true })
          for (const check of checkRow(row(first), row(first)[6])) expect(check.holds, `${unit} ${check.id}`).toBe(true)
        }
        const all = countEntries(first.flatMap(({ held }) => held))
        const province = countEntries(first.flatMap(({ whole }) => whole ?? []))
        expect(all[3] - province[3]).toBe(first.reduce((sum, { transfers }) => sum + transfers, 0))
      },
    ),
    { numRuns: Math.min(cases, 1_000) },
  )
})
