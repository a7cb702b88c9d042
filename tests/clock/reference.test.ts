import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarsOf } from '#shared/sla/calendars.ts'
import { clockOf } from '#shared/sla/clock.ts'
import { dossierClock } from '#shared/sla/dossier-clock.ts'
import { minuteOf, toDate } from '#shared/sla/minutes.ts'
import { cases, clockInput, history, provinceOf } from './random-histories.ts'
import { openIn, slowClock, slowDossier } from './slow-reference.ts'
import { national, vietnam } from './vietnam.ts'

const isOpen = openIn(national.entries, () => ({ unit: '18673', province: '42', knownAt: 'all' }))

const orNull = (minute: number | null | undefined) => (minute === null || minute === undefined ? null : toDate(minute))

test('the clock agrees with the rules walked minute by minute', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(clockInput, (input) => {
      const slow = slowClock({
        term: input.term,
        acceptedAt: minuteOf(input.acceptedAt),
        endedAt: input.endedAt && minuteOf(input.endedAt),
        now: minuteOf(input.now),
        isOpen,
        isWaiting: (minute) =>
          input.pauses.some(({ from, to }) => minuteOf(from) <= minute && (!to || minute < minuteOf(to))),
        extension: input.extension && { sentAt: minuteOf(input.extension.sentAt), to: minuteOf(input.extension.to) },
      })

      const fast = clockOf({ ...input, calendar: vietnam })
      expect({ ...fast, pauses: undefined, notBefore: undefined, provisionalYears: undefined }).toEqual({
        ...slow,
        baseDueAt: toDate(slow.baseDueAt),
        dueAt: toDate(slow.dueAt),
        dueSoonAt: orNull(slow.dueSoonAt),
        extension: slow.extension && { ...slow.extension, dueAt: toDate(slow.extension.dueAt) },
      })
    }),
    { numRuns: cases },
  )
})

test('the clock of a whole log agrees with its minutes replayed one by one', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(history, ({ events, entries, now }) => {
      const slow = slowDossier(events, entries, provinceOf, now)
      const calendarOf = calendarsOf({ entries, completeYears: new Set() }, provinceOf)
      const fast = dossierClock(events, { now, calendarOf })

      expect({
        dueAt: fast.clock?.dueAt ?? null,
        baseDueAt: fast.clock?.baseDueAt ?? null,
        movedMinutes: fast.clock?.movedMinutes,
        workingMinutes: fast.clock?.workingMinutes,
        pausedMinutes: fast.clock?.pausedMinutes,
        standing: fast.clock?.standing,
        dueSoonAt: fast.clock?.dueSoonAt ?? null,
        receptionDueAt: fast.receptionDueAt,
        nextDueAt: fast.nextDueAt,
        elapsed: fast.turns.elapsedMinutes,
        working: fast.turns.workingMinutes,
        chargedUnit: fast.chargedUnit,
        extension: fast.clock?.extension ?? null,
      }).toEqual({
        dueAt: orNull(slow.clock?.dueAt),
        baseDueAt: orNull(slow.clock?.baseDueAt),
        movedMinutes: slow.clock?.movedMinutes,
        workingMinutes: slow.clock?.workingMinutes,
        pausedMinutes: slow.clock?.pausedMinutes,
        standing: slow.clock?.standing,
        dueSoonAt: orNull(slow.clock?.dueSoonAt),
        receptionDueAt: orNull(slow.receptionDueAt),
        nextDueAt: orNull(slow.clock?.dueAt ?? slow.receptionDueAt),
        elapsed: slow.elapsed,
        working: slow.working,
        chargedUnit: slow.chargedUnit,
        extension: slow.clock?.extension
          ? { ...slow.clock.extension, dueAt: toDate(slow.clock.extension.dueAt) }
          : null,
      })
    }),
    { numRuns: cases },
  )
})
