import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channels } from '#shared/dossiers/events.ts'
import type { DossierAction } from '#shared/dossiers/transitions.ts'
import { calendarsOf } from '#shared/sla/calendars.ts'
import { type ClockInput, clockOf, expectedDate } from '#shared/sla/clock.ts'
import { dossierClock } from '#shared/sla/dossier-clock.ts'
import { explainClock, explainDossier, explainReception } from '#shared/sla/explain.ts'
import { minuteOf, toDate } from '#shared/sla/minutes.ts'
import type { OutageScope } from '#shared/sla/outages.ts'
import type { Step } from '#shared/sla/steps.ts'
import { turnOrder } from '#shared/sla/whose-turn.ts'
import { addWorkingMinutes, minutesBetween, subtractWorkingMinutes } from '#shared/sla/working-time.ts'
import { cases, clockInput, history, minute, provinceOf, term, units } from './random-histories.ts'
import { vietnam } from './vietnam.ts'

const always = { numRuns: Math.min(cases, 500) }
const wait = fc.record({ from: fc.integer({ min: -3_000, max: 12_000 }), length: fc.integer({ min: 0, max: 4_000 }) })

const outageScope: fc.Arbitrary<OutageScope> = fc.oneof(
  fc.constant<OutageScope>({ level: 'province' }),
  fc.constantFrom(...units).map((code): OutageScope => ({ level: 'unit', code })),
  fc.constantFrom(...channels).map((channel): OutageScope => ({ level: 'channel', channel })),
)

const ends: readonly DossierAction[] = ['resolve', 'refuse', 'withdraw']
const sumOf = (numbers: readonly (number | undefined)[]) =>
  numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
const ofKind = (steps: readonly Step[], ...kinds: Step['kind'][]) => steps.filter(({ kind }) => kinds.includes(kind))
const clock = (input: Omit<ClockInput, 'calendar'>) => clockOf({ ...input, calendar: vietnam })

describe('working time', () => {
  test('what is added can be counted, and counted back', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 20_000 }), (start, minutes) => {
        const end = addWorkingMinutes(vietnam, start, minutes)
        expect(minutesBetween(vietnam, start, end)).toBe(minutes)
        if (minutes > 0) expect(minutesBetween(vietnam, start, end - 1)).toBe(minutes - 1)

        const back = subtractWorkingMinutes(vietnam, end, minutes)
        expect(minutesBetween(vietnam, back, end)).toBe(minutes)
        if (minutes > 0) expect(minutesBetween(vietnam, back + 1, end)).toBe(minutes - 1)
      }),
      always,
    )
  })

  test('a span is the sum of its parts', () => {
    fc.assert(
      fc.property(minute, fc.nat({ max: 90_000 }), fc.nat({ max: 90_000 }), (start, first, second) => {
        const middle = start + first
        const end = middle + second

        expect(minutesBetween(vietnam, start, middle) + minutesBetween(vietnam, middle, end)).toBe(
          minutesBetween(vietnam, start, end),
        )
      }),
      always,
    )
  })
})

describe('due dates', () => {
  test('a longer term is never due earlier, nor is a later acceptance', () => {
    fc.assert(
      fc.property(clockInput, fc.nat({ max: 5 }), fc.nat({ max: 5_000 }), (input, more, later) => {
        const longer = { ...input.term, value: input.term.unit === 'immediate' ? 0 : input.term.value + more }
        const acceptedLater = new Date(input.acceptedAt.getTime() + later * 60_000)

        expect(clock({ ...input, term: longer }).baseDueAt >= clock(input).baseDueAt).toBe(true)
        expect(clock({ ...input, endedAt: null, acceptedAt: acceptedLater }).baseDueAt >= clock(input).baseDueAt).toBe(
          true,
        )
      }),
      always,
    )
  })

  test('pauses never bring a due date forward, and a longer one never less late', () => {
    fc.assert(
      fc.property(clockInput, fc.nat({ max: 3_000 }), (input, longer) => {
        const stretched = input.pauses.map(({ from, to }) => ({
          from,
          to: to && new Date(to.getTime() + longer * 60_000),
        }))
        const { dueAt, baseDueAt } = clock(input)

        expect(dueAt >= baseDueAt).toBe(true)
        expect(clock({ ...input, pauses: stretched }).dueAt >= dueAt).toBe(true)
      }),
      always,
    )
  })

  test('a request after the due date moves nothing and is still not the office’s time', () => {
    fc.assert(
      fc.property(clockInput, fc.nat({ max: 3_000 }), fc.integer({ min: 1, max: 3_000 }), (input, after, length) => {
        const open = { ...input, endedAt: null, now: toDate(minuteOf(clock(input).dueAt) + 60_000) }
        // A pause still open would reach into the breach; here all are answered.
        const pauses = open.pauses.filter(({ to }) => to !== null)
        const before = clock({ ...open, pauses })
        const from = minuteOf(before.dueAt) + 1 + after
        const late = clock({ ...open, pauses: [...pauses, { from: toDate(from), to: toDate(from + length) }] })

        expect(late.dueAt).toEqual(before.dueAt)
        expect(late.workingMinutes + late.pausedMinutes).toBe(before.workingMinutes + before.pausedMinutes)
        expect(late.pausedMinutes >= before.pausedMinutes).toBe(true)
      }),
      always,
    )
  })

  test('the order in which pauses are given does not matter', () => {
    fc.assert(
      fc.property(clockInput, (input) => {
        expect(clock({ ...input, pauses: [...input.pauses].reverse() })).toEqual(clock(input))
      }),
      always,
    )
  })

  test('whoever is accepted by the reception deadline is due no later than promised', () => {
    fc.assert(
      fc.property(term, minute, fc.double({ min: 0, max: 1, noNaN: true }), (term, filed, share) => {
        const filedAt = toDate(filed)
        const promise = expectedDate(term, filedAt, vietnam)
        const deadline = minuteOf(promise.receptionDueAt ?? filedAt)
        const acceptedAt = toDate(filed + Math.floor((deadline - filed) * share))

        expect(clock({ term, acceptedAt, pauses: [], endedAt: null, now: acceptedAt }).dueAt <= promise.dueAt).toBe(
          true,
        )
      }),
      always,
    )
  })
})

describe('explanations add up', () => {
  test('to the term, to the moved minutes and to the time used', () => {
    fc.assert(
      fc.property(clockInput, (input) => {
        const result = clock(input)
        const steps = explainClock({ ...input, calendar: vietnam }, result)
        const counted =
          input.term.unit === 'working_minute'
            ? sumOf(ofKind(steps, 'minutes_counted').map(({ minutes }) => minutes))
            : sumOf(ofKind(steps, 'day_counted', 'days_counted').map(({ days }) => days))

        expect(counted).toBe(input.term.value)
        expect(ofKind(steps, 'base_due')).toMatchObject([{ at: result.baseDueAt }])
        const pauses = ofKind(steps, 'pause')
        expect(sumOf(pauses.map(({ minutes }) => minutes))).toBe(result.pausedMinutes)
        const moving = sumOf(pauses.filter(({ movesDueDate }) => movesDueDate).map(({ minutes }) => minutes))
        expect(moving).toBe(result.movedMinutes)
        if (moving > 0) expect(ofKind(steps, 'moved_due')).toMatchObject([{ at: result.dueAt, minutes: moving }])
        expect(ofKind(steps, 'worked')).toMatchObject([{ minutes: result.workingMinutes }])
      }),
      always,
    )
  })

  test('every day between acceptance and the due date is counted or told as a day off', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 12 }), (accepted, value) => {
        const acceptedAt = toDate(accepted)
        const input: ClockInput = {
          term: { unit: 'working_day', value },
          acceptedAt,
          pauses: [],
          endedAt: null,
          now: acceptedAt,
          calendar: vietnam,
        }
        const result = clockOf(input)
        const told = ofKind(explainClock(input, result), 'day_counted', 'day_off').flatMap(({ date, untilDate }) =>
          untilDate && untilDate !== date ? [date, untilDate] : [date],
        )
        const days = Math.floor((minuteOf(result.dueAt) + 420) / 1440) - Math.floor((accepted + 420) / 1440)

        expect(new Set(told).size).toBe(days)
      }),
      always,
    )
  })

  test('eight working hours to the reception deadline', () => {
    fc.assert(
      fc.property(minute, (filed) => {
        const steps = explainReception(toDate(filed), vietnam)

        expect(sumOf(ofKind(steps, 'minutes_counted').map(({ minutes }) => minutes))).toBe(480)
      }),
      always,
    )
  })
})

test('the explanation of any dossier ends with the date by which its queue is sorted', () => {
  fc.assert(
    fc.property(history, ({ events, entries, now }) => {
      const calendarOf = calendarsOf({ entries, completeYears: new Set() }, provinceOf)
      const dossier = dossierClock(events, { now, calendarOf })
      const dates = ofKind(explainDossier(dossier), 'base_due', 'moved_due', 'reception_due')

      expect(dates.at(-1)?.at).toEqual(dossier.nextDueAt)
    }),
    always,
  )
})

describe('turns', () => {
  test('asking others to agree moves no date, and takes its minutes from the office and other bodies alone', () => {
    fc.assert(
      fc.property(history, ({ events, entries, now }) => {
        const calendarOf = calendarsOf({ entries, completeYears: new Set() }, provinceOf)
        const asked = dossierClock(events, { now, calendarOf })
        const unasked = dossierClock(
          events.filter(({ action }) => !action.endsWith('_consent')),
          { now, calendarOf },
        )
        const { resident, office, agency, system } = asked.turns.elapsedMinutes

        expect({ ...asked, turns: null, calendar: null, clockInput: null }).toEqual({
          ...unasked,
          turns: null,
          calendar: null,
          clockInput: null,
        })
        expect(resident).toBeGreaterThanOrEqual(unasked.turns.elapsedMinutes.resident)
        expect(office).toBeLessThanOrEqual(unasked.turns.elapsedMinutes.office)
        expect(agency).toBeLessThanOrEqual(unasked.turns.elapsedMinutes.agency)
        expect(system).toBe(unasked.turns.elapsedMinutes.system)
      }),
      always,
    )
  })

  test('partition the life of every dossier exactly, and tell no turn twice in a row', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.record({ wait, scope: outageScope, recorded: fc.integer({ min: 0, max: 12_000 }) }), {
          maxLength: 4,
        }),
        (dossier, outages) => {
          const filedAt = minuteOf(dossier.events[0]?.occurredAt ?? dossier.now)
          const { turns, calendar } = dossierClock(dossier.events, {
            now: dossier.now,
            calendarOf: calendarsOf({ entries: dossier.entries, completeYears: new Set() }, provinceOf),
            outages: outages.map(({ wait: { from, length }, scope, recorded }, index) => ({
              id: String(index),
              scope,
              from: toDate(filedAt + from),
              to: toDate(filedAt + from + length),
              recordedAt: toDate(filedAt + recorded),
            })),
          })
          const until = minuteOf(dossier.events.find(({ action }) => ends.includes(action))?.occurredAt ?? dossier.now)

          expect(sumOf(Object.values(turns.elapsedMinutes))).toBe(until - filedAt)
          expect(sumOf(Object.values(turns.workingMinutes))).toBe(minutesBetween(calendar, filedAt, until))
          let from = filedAt
          for (const [index, span] of turns.spans.entries()) {
            expect(minuteOf(span.from)).toBe(from)
            expect(minuteOf(span.to)).toBeGreaterThan(from)
            expect(span.turn).not.toBe(turns.spans[index - 1]?.turn)
            expect(turnOrder).toContain(span.turn)
            from = minuteOf(span.to)
          }
          expect(from).toBe(until)
        },
      ),
      always,
    )
  })
})
