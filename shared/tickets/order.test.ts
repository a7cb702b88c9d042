import fc from 'fast-check'
import { expect, test } from 'vitest'
import { burstMinutes, latenessBound, type Visit } from './lateness-bound.ts'
import { callByOf, closedToNewcomersAt, compareInLine } from './order.ts'
import { serveLine } from './serve-line.ts'

const at = (time: string) => new Date(`2026-11-25T${time}:00+07:00`)
const inLine = ({ callBy, arrivesAt }: Visit) => ({ callBy, joinedAt: arrivesAt })
const byRule = (a: Visit, b: Visit) => compareInLine(inLine(a), inLine(b))

test('a walk-in is to be called half an hour after coming, a priority number after ten minutes', () => {
  expect(callByOf('walk_in', at('08:00'))).toEqual(at('08:30'))
  expect(callByOf('priority', at('08:00'))).toEqual(at('08:10'))
})

test.each([
  ['early', '08:40', '09:10'],
  ['on time', '09:00', '09:10'],
  ['late', '09:20', '09:30'],
])('who booked nine o’clock and comes %s is counted from the later of both', (_how, arrives, callBy) => {
  expect(callByOf('booked', at(arrives), at('09:00'))).toEqual(at(callBy))
})

test('who came first is called first inside a class; a class with a shorter target passes by the difference and no more', () => {
  const walkIn = { callBy: callByOf('walk_in', at('08:00')).getTime(), joinedAt: 0 }
  const priority = (time: string) => ({ callBy: callByOf('priority', at(time)).getTime(), joinedAt: 1 })

  expect(compareInLine(priority('08:19'), walkIn)).toBeLessThan(0)
  expect(compareInLine(priority('08:21'), walkIn)).toBeGreaterThan(0)
  expect(closedToNewcomersAt(callByOf('walk_in', at('08:00')))).toEqual(at('08:20'))
})

/** Anybody may come at any minute, in crowds or never, for as long as they like: an adversary's choice. */
const visits = fc.array(
  fc
    .record({
      arrivesAt: fc.oneof(fc.integer({ min: 0, max: 240 }), fc.constantFrom(0, 30, 60)),
      serviceMinutes: fc.integer({ min: 1, max: 45 }),
      target: fc.constantFrom(10, 10, 30, 0, 75),
    })
    .map(({ target, ...visit }): Visit => ({ ...visit, callBy: visit.arrivesAt + target })),
  { minLength: 1, maxLength: 60 },
)
const counters = fc.integer({ min: 1, max: 4 })

test('nobody is called later than the bound says, whoever comes and whenever', () => {
  fc.assert(
    fc.property(visits, counters, (all, count) => {
      const bound = latenessBound(all, count)
      const worst = Math.max(...serveLine(all, count, byRule).map(({ visit, calledAt }) => calledAt - visit.callBy))

      expect(worst).toBeLessThanOrEqual(bound)
    }),
    { numRuns: 1500 },
  )
})

test('the bound is no exaggeration: a crowd behind a service that has just begun comes within two services of it', () => {
  const crowd: Visit[] = Array.from({ length: 6 }, () => ({ arrivesAt: 1, serviceMinutes: 10, callBy: 11 }))
  const all = [{ arrivesAt: 0, serviceMinutes: 10, callBy: 40 }, ...crowd]
  const worst = Math.max(...serveLine(all, 1, byRule).map(({ visit, calledAt }) => calledAt - visit.callBy))

  // It counts the service under way and the visit itself, so it may lie above by those two.
  expect(latenessBound(all, 1) - worst).toBeLessThanOrEqual(20)
})

test('nobody starves: whoever comes later than the difference of targets never passes', () => {
  fc.assert(
    fc.property(visits, counters, (all, count) => {
      const shortest = Math.min(...all.map(({ callBy, arrivesAt }) => callBy - arrivesAt))
      const served = serveLine(all, count, byRule)
      for (const [place, { visit }] of served.entries()) {
        const passedBy = served.slice(0, place).filter(({ visit: other }) => other.arrivesAt > visit.callBy - shortest)
        expect(passedBy).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

test('everybody is served once, by one counter at a time, and no counter rests while somebody waits', () => {
  fc.assert(
    fc.property(visits, counters, (all, count) => {
      const served = serveLine(all, count, byRule)
      expect(new Set(served.map(({ visit }) => visit)).size).toBe(all.length)
      for (const { visit, calledAt } of served) {
        const busy = served.filter(
          (other) => other.calledAt < calledAt && calledAt < other.calledAt + other.visit.serviceMinutes,
        )
        const justCalled = served.filter((other) => other.calledAt === calledAt)
        expect(calledAt).toBeGreaterThanOrEqual(visit.arrivesAt)
        expect(busy.length).toBeLessThan(count)
        // Whoever waits at all is called in the minute in which a service ends.
        if (calledAt > visit.arrivesAt)
          expect(
            served.some((other) => other.calledAt + other.visit.serviceMinutes === calledAt) || justCalled.length > 1,
          ).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a class that always goes first has no such bound: its trickle keeps a walk-in waiting all morning', () => {
  const trickle: Visit[] = Array.from({ length: 24 }, (_, i) => ({
    arrivesAt: i * 10,
    serviceMinutes: 10,
    callBy: i * 10 + 10,
  }))
  const walkIn: Visit = { arrivesAt: 5, serviceMinutes: 10, callBy: 35 }
  const waitUnder = (compare: (a: Visit, b: Visit) => number) =>
    (serveLine([...trickle, walkIn], 1, compare).find(({ visit }) => visit === walkIn)?.calledAt ?? 0) -
    walkIn.arrivesAt
  const classFirst = (a: Visit, b: Visit) => Number(a === walkIn) - Number(b === walkIn) || a.arrivesAt - b.arrivesAt

  expect(waitUnder(classFirst)).toBe(235)
  expect(waitUnder(byRule)).toBeLessThanOrEqual(35)
})

test('the burst is the largest excess over every window, as trying all windows finds it', () => {
  fc.assert(
    fc.property(visits, counters, (all, count) => {
      const times = all.map(({ arrivesAt }) => arrivesAt)
      const slow = Math.max(
        ...times.flatMap((from) =>
          times
            .filter((to) => to >= from)
            .map(
              (to) =>
                all
                  .filter(({ arrivesAt }) => arrivesAt >= from && arrivesAt <= to)
                  .reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0) -
                count * (to - from),
            ),
        ),
      )

      expect(burstMinutes(all, count)).toBe(slow)
    }),
    { numRuns: 200 },
  )
})
