import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readUnitFacts } from '#db/reference/read-units.ts'
import { asPeople } from '#shared/catalogue/answers.ts'
import { procedureVersions } from '#shared/catalogue/catalogue.ts'
import { checkAnswers } from '#shared/catalogue/check-answers.ts'
import { identityDoubts } from '#shared/catalogue/identity-number.ts'
import { papersMissing } from '#shared/catalogue/papers.ts'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { versionInForce } from '#shared/catalogue/versions.ts'
import { type DossierAction, type DossierState, isEnded, nextState } from '#shared/dossiers/transitions.ts'
import { routeDossier } from '#shared/routing/route-dossier.ts'
import { buildCalendar, sessionsOn } from '#shared/sla/calendar.ts'
import { parseCalendarCsv } from '#shared/sla/calendar-csv.ts'
import { dayOf, formatLocalDate, minuteOf, minuteOfDay, toDate } from '#shared/sla/minutes.ts'
import { buildDirectory } from '#shared/units/directory.ts'
import { searchUnits } from '#shared/units/search.ts'
import { isNotice } from './course.ts'
import { formerDistricts, placesFrom } from './places.ts'
import { openingFiling, type Plan, type PlannedDossier, planRun, type World } from './plan.ts'
import type { Step } from './steps.ts'

const directory = buildDirectory(readUnitFacts())
const openedAt = minuteOf(new Date('2026-11-24T09:00:00+07:00'))

/** The world as a desk with the reference data describes it. */
function worldOf(seed: number): World {
  const csv = readFileSync(new URL('../../db/reference/calendar-vietnam.csv', import.meta.url), 'utf8')

  return {
    calendar: buildCalendar(parseCalendarCsv(csv), { unit: '', province: '', knownAt: 'all' }),
    places: placesFrom(
      formerDistricts.flatMap((district) => searchUnits(directory, district, 50)),
      seed,
    ),
    procedures: new Map(
      procedureCodes.flatMap((code) => {
        const version = versionInForce(procedureVersions, code, '2026-11-24')

        return version ? [[code, version] as const] : []
      }),
    ),
  }
}

const planOf = (seed: number, dossiers = 500, days = 60) => planRun(worldOf(seed), { seed, dossiers, days }, openedAt)

let plan: Plan
beforeAll(() => {
  plan = planOf(1)
})

test('the same seed on the same day is the same plan to the last step, another seed is another', () => {
  expect(planOf(1)).toEqual(plan)
  expect(planOf(2).dossiers.map(({ answers }) => answers)).not.toEqual(plan.dossiers.map(({ answers }) => answers))
})

test('the opening filing is the same whenever a run is opened', () => {
  const opened = (at: string) => openingFiling(worldOf(1), { seed: 1 }, minuteOf(new Date(at))).answers

  expect(opened('2029-05-01T22:00:00+07:00')).toEqual(opened('2026-11-24T09:00:00+07:00'))
})

test('as many are filed as were asked for, over the days that were asked for, the last day ending in its morning', () => {
  const [opening, ...others] = plan.dossiers
  const lastDay = dayOf(plan.endsAt)

  expect(plan.dossiers).toHaveLength(500)
  expect(opening?.filedAt).toBe(openedAt)
  expect(toDate(plan.endsAt)).toEqual(new Date('2027-01-22T10:30:00+07:00'))
  for (const { filedAt } of others) {
    expect(dayOf(filedAt)).toBeGreaterThan(dayOf(openedAt))
    expect(dayOf(filedAt)).toBeLessThanOrEqual(lastDay)
    expect(filedAt).toBeLessThan(plan.endsAt)
  }
})

describe.each([1, 2])('with seed %i', (seed) => {
  let dossiers: PlannedDossier[]
  beforeAll(() => {
    dossiers = planOf(seed).dossiers
  })

  test('the desk’s own checks find nothing wrong in any filing', () => {
    for (const { version, answers, filedAt, papers, way } of dossiers) {
      const checked = checkAnswers(version, answers, { on: formatLocalDate(dayOf(filedAt)), allowDemoIdentities: true })

      expect(checked, JSON.stringify(answers)).toMatchObject({ ok: true })
      if (way === 'online') expect(papersMissing(version, answers, papers)).toEqual([])
    }
  })

  test('every filing is routed where the plan has its officers wait for it', () => {
    for (const { version, answers, filedAt, place } of dossiers) {
      expect(routeDossier(version, answers, directory, toDate(filedAt))).toMatchObject({
        kind: 'unit',
        unit: place.code,
      })
    }
  })

  test('people, also those who move along, have numbers of nobody that agree with them', () => {
    for (const { answers } of dossiers) {
      const applicant = {
        identity: answers.applicantIdentity,
        birthDate: answers.applicantBirthDate,
        gender: answers.applicantGender,
      }
      for (const person of [applicant, ...asPeople(answers.members), ...asPeople(answers.listPeople)]) {
        if (typeof person.identity !== 'string') continue
        expect(person.identity).toMatch(/^000/)
        expect(identityDoubts(person.identity, person)).toEqual([])
      }
    }
  })

  test('steps come in order of time and are allowed one after the other by the life of a dossier', () => {
    for (const dossier of dossiers) {
      const { steps } = dossier
      const times = steps.map(({ at }) => at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(stateAfter(dossier, steps), steps.map(({ does }) => does).join(' > ')).toBeDefined()
    }
  })

  test('staff work while the desk is open', () => {
    const { calendar } = worldOf(seed)
    for (const { steps } of dossiers) {
      for (const { at, by, does } of steps) {
        const sessions = [...sessionsOn(calendar, dayOf(at))]
        if (by !== 'resident')
          expect(
            sessions.some(({ from, to }) => at >= from && at <= to),
            `${does} at ${toDate(at).toISOString()}`,
          ).toBe(true)
      }
    }
  })

  test('what residents do after filing they do by day', () => {
    const hours = dossiers
      .flatMap(({ steps }) => steps.slice(1))
      .filter(({ by, does }) => by === 'resident' && does !== 'withdraw')
      .map(({ at }) => minuteOfDay(at) / 60)

    expect(Math.min(...hours)).toBeGreaterThanOrEqual(6)
    expect(Math.max(...hours)).toBeLessThan(22)
  })
})

describe('over two thousand filings', () => {
  let many: PlannedDossier[]
  beforeAll(() => {
    many = planOf(5, 2_000, 120).dossiers
  })
  const share = (is: (dossier: PlannedDossier) => boolean) => many.filter(is).length / many.length

  test('every procedure occurs, and notices of guests are the most', () => {
    expect(new Set(many.map(({ version }) => version.code))).toEqual(new Set(procedureCodes))
    expect(share(({ version }) => version.code === '2.001159')).toBeCloseTo(0.44, 1)
    expect(share(({ version }) => version.code === '1.004194')).toBeCloseTo(0.18, 1)
  })

  test('all communes get some, the centre of the province the most', () => {
    const counts = new Map<string, number>()
    for (const { place } of many) counts.set(place.name, (counts.get(place.name) ?? 0) + 1)

    expect(counts.size).toBe(69)
    expect([...counts].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe('Thành Sen')
  })

  test('old names of communes are as usual as new ones', () => {
    const named = many
      .flatMap(({ answers }) => [answers.dwelling, answers.residence, answers.place])
      .filter((place) => place !== undefined) as { unit: { edition: string } }[]

    expect(named.filter(({ unit }) => unit.edition !== '2025-07').length / named.length).toBeGreaterThan(0.25)
  })

  test('whoever asks a second time says why', () => {
    const second = many.flatMap(({ steps }) => steps.filter(({ does }) => does === 'request_supplement').slice(1))

    expect(second.length).toBeGreaterThan(0)
    for (const step of second) expect(step).toMatchObject({ body: { supervisorReason: expect.any(String) } })
  })

  test('nine in ten decisions grant, and the others name a clause', () => {
    const decisions = many
      .flatMap(({ steps }) => steps)
      .flatMap((step) => (step.does === 'decide' && step.body.outcome !== 'send_back' ? [step.body] : []))
    const granted = decisions.filter(({ outcome }) => outcome === 'grant').length / decisions.length

    expect(granted).toBeGreaterThan(0.88)
    expect(granted).toBeLessThan(0.98)
    for (const decision of decisions) if (decision.outcome === 'refuse') expect(decision.clause).toMatch(/Điều \d+/)
  })

  test('week-ends and holidays are quiet', () => {
    const filedOn = (day: string) => many.filter(({ filedAt }) => formatLocalDate(dayOf(filedAt)) === day).length

    // A Tuesday, and New Year's Day.
    expect(filedOn('2027-01-01')).toBeLessThan(filedOn('2027-01-05') / 2)
  })
})

test('at the end something stands at every stage', () => {
  const atTheEnd = plan.dossiers
    .filter((dossier) => !isNotice(dossier))
    .map((dossier) =>
      stateAfter(
        dossier,
        dossier.steps.filter(({ at }) => at < plan.endsAt),
      ),
    )

  for (const state of [
    'submitted',
    'accepted',
    'need_supplement',
    'payment_due',
    'proposed',
    'resolved',
    'returned',
    'refused',
    'withdrawn',
  ]) {
    expect(atTheEnd, state).toContain(state)
  }
  expect(atTheEnd.filter((state) => state && !isEnded(state)).length).toBeGreaterThan(20)
})

/** The state that the steps lead to, or undefined when one of them was not allowed. */
function stateAfter(dossier: PlannedDossier, steps: readonly Step[]): DossierState | undefined {
  let state: DossierState | undefined = isNotice(dossier) ? 'resolved' : 'submitted'
  let isAccepted = isNotice(dossier)
  for (const step of steps.slice(1)) {
    const action = actionOf(step)
    if (!state || !action) continue
    state = nextState({ state, isAccepted }, action)
    isAccepted ||= action === 'accept'
  }

  return state
}

function actionOf(step: Step): DossierAction | undefined {
  switch (step.does) {
    case 'decide':
      return ({ grant: 'resolve', refuse: 'refuse', send_back: 'send_back' } as const)[step.body.outcome]
    case 'file':
    case 'claim':
    case 'claim_next':
    case 'release':
      return undefined
    default:
      return step.does
  }
}
