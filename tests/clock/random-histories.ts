import fc from 'fast-check'
import type { Term } from '#shared/catalogue/types.ts'
import { consentRoles } from '#shared/consents/schemas.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { allowedActions, type DossierAction, type DossierState, nextState } from '#shared/dossiers/transitions.ts'
import { type CalendarEntry, calendarKinds } from '#shared/sla/calendar.ts'
import type { ClockInput } from '#shared/sla/clock.ts'
import { national } from './vietnam.ts'

/** 2,000 histories in `npm test`; `CLOCK_CASES=100000` for the long run. */
export const cases = Number(process.env.CLOCK_CASES ?? 2_000)

/** Two units of one province and one of another. */
export const units = ['18673', '18082', '25270'] as const
export const provinceOf = (unit: string) => (unit === '25270' ? '75' : '42')

const first = Date.UTC(2023, 0, 1) / 60_000
const lastDays = 5 * 365 - 120

/** Minutes where rules change hands, and their neighbours, as often as all others. */
const timeOfDay = fc.oneof(
  fc.constantFrom(0, 1, 419, 420, 421, 480, 689, 690, 691, 809, 810, 811, 1000, 1019, 1020, 1021, 1110, 1439),
  fc.integer({ min: 0, max: 1439 }),
)
/** Minutes since the epoch, from 2023 to the autumn of 2027. */
export const minute = fc
  .tuple(fc.integer({ min: 0, max: lastDays }), timeOfDay)
  .map(([day, time]) => first + day * 1440 + time - 420)
const gap = fc.oneof(
  fc.constantFrom(0, 0, 1, 60, 120, 240, 480, 720, 1439, 1440, 1441, 2880, 4320),
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 9_000 }),
)
const seconds = fc.integer({ min: 0, max: 59 })

export const term: fc.Arbitrary<Term> = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map((value): Term => ({ unit: 'working_day', value })),
  fc.constantFrom(1, 240, 270, 480, 481).map((value): Term => ({ unit: 'working_minute', value })),
  fc.integer({ min: 1, max: 1500 }).map((value): Term => ({ unit: 'working_minute', value })),
  fc.constantFrom(1, 7, 30, 60).map((value): Term => ({ unit: 'calendar_day', value })),
  fc.constant<Term>({ unit: 'immediate', value: 0 }),
)

const threeDays: Term = { unit: 'working_day', value: 3 }

const instant = (minute: number, second = 0) => new Date(minute * 60_000 + second * 1000)

/** A dossier as `desk clock` gets it: pauses in any order, overlapping, touching, empty, before or after the term. */
export const clockInput: fc.Arbitrary<Omit<ClockInput, 'calendar'>> = fc
  .record({
    term,
    acceptedAt: minute,
    seconds: fc.tuple(seconds, seconds, seconds),
    pauses: fc.array(fc.tuple(fc.integer({ min: -2_000, max: 12_000 }), fc.option(gap, { freq: 4 })), { maxLength: 5 }),
    end: fc.option(gap),
    now: fc.integer({ min: 0, max: 16_000 }),
    extension: fc.option(fc.tuple(gap, fc.integer({ min: 1, max: 20_000 })), { freq: 4 }),
  })
  .map(({ term, acceptedAt, seconds, pauses, end, now, extension }) => ({
    term,
    acceptedAt: instant(acceptedAt, seconds[0]),
    pauses: pauses.map(([from, length]) => ({
      from: instant(acceptedAt + from, seconds[1]),
      to: length === null ? null : instant(acceptedAt + from + length, seconds[2]),
    })),
    endedAt: end === null ? null : instant(acceptedAt + end, seconds[2]),
    now: instant(acceptedAt + now, seconds[1]),
    ...(extension && {
      extension: { sentAt: instant(acceptedAt + extension[0]), to: instant(acceptedAt + extension[0] + extension[1]) },
    }),
  }))

/** Closures and openings near `around`, for all, a province or a unit, some typed in late, some corrected. */
function localEntries(around: number): fc.Arbitrary<CalendarEntry[]> {
  const entry = fc.record({
    day: fc.integer({ min: -3, max: 15 }),
    kind: fc.constantFrom(...calendarKinds),
    scope: fc.constantFrom<CalendarEntry['scope']>(
      { level: 'nation' },
      { level: 'province', code: '42' },
      { level: 'unit', code: units[0] },
      { level: 'unit', code: units[1] },
    ),
    sessions: fc.option(
      fc.constantFrom<[string, string][]>(
        [['07:00', '11:30']],
        [
          ['08:00', '10:00'],
          ['10:00', '12:17'],
        ],
        [],
      ),
      { freq: 3 },
    ),
    announced: fc.integer({ min: -20_000, max: 15_000 }),
    recordedAfter: fc.integer({ min: -3_000, max: 15_000 }),
    supersedes: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
  })

  return fc.array(entry, { maxLength: 6 }).map((drafts) =>
    drafts.map((draft, index) => ({
      id: `local-${index}`,
      date: new Date((around + 420 + draft.day * 1440) * 60_000).toISOString().slice(0, 10),
      kind: draft.kind,
      name: 'Ngập lụt',
      scope: draft.scope,
      source: 'Công văn 1/UBND',
      mark: 'derived',
      announcedAt: instant(around + draft.announced),
      recordedAt: instant(around + draft.announced + draft.recordedAfter),
      ...(draft.sessions && { sessions: draft.sessions }),
      ...(draft.supersedes !== null && draft.supersedes < index && { supersedes: `local-${draft.supersedes}` }),
    })),
  )
}

export interface History {
  events: DossierEvent[]
  entries: CalendarEntry[]
  now: Date
}

/** What people do, more often than the desk's own housekeeping. */
const likely: readonly DossierAction[] = [
  'accept',
  'request_supplement',
  'answer_supplement',
  'transfer',
  'claim',
  'request_payment',
  'record_payment',
  'change_variant',
  'propose',
  'send_back',
  'resolve',
  'refuse',
  'withdraw',
  'begin_agency_check',
  'end_agency_check',
  'ask_consent',
  'answer_consent',
  'end_consent',
  'extend',
  'move_date',
  'warn',
  'deliver',
  'hand_over',
]

/** A whole log, every step allowed by the table of transitions, with a calendar that changes while it lives. */
export const history: fc.Arbitrary<History> = minute.chain((filedAt) =>
  fc
    .record({
      steps: fc.array(fc.record({ gap, choice: fc.nat(), term, unit: fc.constantFrom(...units), seconds }), {
        maxLength: 9,
      }),
      entries: localEntries(filedAt),
      unit: fc.constantFrom(...units),
      later: fc.oneof(fc.constant(0), gap),
    })
    .map(({ steps, entries, unit, later }) => {
      const events: DossierEvent[] = [eventOf(1, filedAt, 0, 'submit', { unit, channel: 'online' })]
      let dossier: { state: DossierState; isAccepted: boolean } = { state: 'submitted', isAccepted: false }
      let isNotice = false
      let at = filedAt
      for (const step of steps) {
        at += step.gap
        const allowed = likely.filter(
          (action) => allowedActions(dossier.state).includes(action) && !(action === 'change_variant' && isNotice),
        )
        const action = allowed[step.choice % allowed.length]
        if (!action) break
        dossier = {
          state: nextState(dossier, action) ?? dossier.state,
          isAccepted: dossier.isAccepted || action === 'accept',
        }
        if (action === 'accept') isNotice = step.term.unit === 'immediate'
        const newTerm = action === 'change_variant' && step.term.unit === 'immediate' ? threeDays : step.term
        const newDueAt = instant(at + 1 + (step.choice % 20_000)).toISOString()
        const request = consentRoles[step.seconds % consentRoles.length]
        events.push(
          eventOf(events.length + 1, at, step.seconds, action, { term: newTerm, to: step.unit, newDueAt, request }),
        )
      }

      return { events, entries: [...national.entries, ...entries], now: instant(at + later, 59) }
    }),
)

/** An event with what the clock reads in it; the rest of its data does not concern time. */
function eventOf(seq: number, minute: number, second: number, action: DossierAction, data: object): DossierEvent {
  return {
    seq,
    action,
    actor: { kind: 'system', part: 'test' },
    occurredAt: instant(minute, second),
    recordedAt: instant(minute, second + 1),
    data,
  } as unknown as DossierEvent
}
