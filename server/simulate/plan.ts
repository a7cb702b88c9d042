import type { Answers } from '#shared/catalogue/answers.ts'
import { claimsExemption, feeOf, personsIn } from '#shared/catalogue/fees.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import type { ProcedureCode, ProcedureVersion } from '#shared/catalogue/types.ts'
import { variantOf } from '#shared/catalogue/variant.ts'
import type { WorkingCalendar } from '#shared/sla/calendar.ts'
import { type Day, dayOf, formatLocalDate, type LocalDate, type Minute, startOf } from '#shared/sla/minutes.ts'
import { isWorkingDay, workingDayBefore } from '#shared/sla/working-time.ts'
import { answersOf } from './answers.ts'
import type { Filing } from './course.ts'
import { filingTime, isReceptionDay, type Way, weightOf } from './hours.ts'
import { leftStanding } from './left-standing.ts'
import { lifeOf } from './life.ts'
import type { Place } from './places.ts'
import { type Random, randomOf } from './random.ts'
import type { Step } from './steps.ts'

/** What the desk knows: communes and procedures, as it told. */
export interface World {
  calendar: WorkingCalendar
  places: readonly Place[]
  procedures: ReadonlyMap<ProcedureCode, ProcedureVersion>
}

export interface Extent {
  seed: number
  /** How many are filed in all. */
  dossiers: number
  /** Over how many days, the day after the opening being the first. */
  days: number
}

export interface PlannedDossier extends Filing {
  /** Unique in the plan, in the order of filing. */
  number: number
  steps: Step[]
}

export interface Plan {
  dossiers: PlannedDossier[]
  /** On a morning of work, so that the screens show a desk in the middle of its day. */
  endsAt: Minute
}

/** How often a procedure is filed, and how often at the counter. */
interface Kind {
  code: ProcedureCode
  weight: number
  atCounter: number
}

/** Deletions are filed only through a network (Nghị định 154/2024/NĐ-CP Điều 9(3)b, 10(3)b). */
const kinds: readonly Kind[] = [
  { code: '2.001159', weight: 44, atCounter: 0.06 },
  { code: '1.004194', weight: 18, atCounter: 0.3 },
  { code: '1.010041', weight: 11, atCounter: 0.4 },
  { code: '1.004222', weight: 8, atCounter: 0.35 },
  { code: '1.002755', weight: 5, atCounter: 0.2 },
  { code: '1.003677', weight: 3, atCounter: 0.15 },
  { code: '1.010028', weight: 3, atCounter: 0 },
  { code: '1.003197', weight: 2.5, atCounter: 0 },
  { code: '1.010038', weight: 2.5, atCounter: 0.4 },
  { code: '1.010039', weight: 2, atCounter: 0.35 },
  { code: '1.010040', weight: 1, atCounter: 0.6 },
]

/** The last days bring twice as much, so that the queues are full when somebody comes to look. */
const rushDays = 5

/**
 * Scans that one officer sends in a whole run at most: the desk takes sixty an hour from an account, and a run lasts
 * minutes.
 */
const mostScansPerOfficer = 45

/**
 * The first filing of every run: a confirmation whose answers do not depend on the day.
 *
 * Sent again by a later run of the same seed it is answered as the first time, and with it the desk tells when that
 * run was opened.
 */
export function openingFiling(world: World, { seed }: Pick<Extent, 'seed'>, filedAt: Minute): Filing {
  const [first, ...others] = world.places
  if (!first) throw new RangeError('A plan needs at least one commune')
  const place = others.reduce((busiest, each) => (each.weight > busiest.weight ? each : busiest), first)

  return fill(
    world,
    '1.010041',
    { way: 'online', filedAt, place, belongsTo: place },
    '2026-07-01',
    randomOf(seed, 'opening'),
  )
}

/** All that happens in a run, from the minute it was opened: a pure function of seed, size and day. */
export function planRun(world: World, extent: Extent, openedAt: Minute): Plan {
  const { seed, dossiers, days } = extent
  const first = dayOf(openedAt) + 1
  const endsOn = lastWorkingDay(world.calendar, first, first + days - 1)
  const endsAt = startOf(endsOn) + 10 * 60 + 30
  const chances = Array.from({ length: endsOn - first + 1 }, (_, index) => {
    const day = first + index

    return {
      day,
      weight: weightOf(world.calendar, day) * (day > endsOn - rushDays ? 2 : 1) * (day === endsOn ? 0.4 : 1),
    }
  })
  const filings = Array.from({ length: dossiers - 1 }, (_, index) =>
    fileOne(world, randomOf(seed, 'filing', index), chances, endsAt),
  )
  const inOrder = [openingFiling(world, extent, openedAt), ...filings.sort((a, b) => a.filedAt - b.filedAt)]
  const scanned = withScansLimited(inOrder)
  const stops = leftStanding(scanned, world, endsAt, randomOf(seed, 'left standing'))

  return {
    dossiers: scanned.map((filing, number) => ({
      ...filing,
      number,
      steps: lifeOf(filing, world.calendar, randomOf(seed, 'life', number), stops.get(number)),
    })),
    endsAt,
  }
}

function fileOne(
  world: World,
  random: Random,
  chances: readonly { day: Day; weight: number }[],
  endsAt: Minute,
): Filing {
  const { code, atCounter } = random.among(kinds, ({ weight }) => weight)
  const wanted: Way = random.chance(atCounter) ? 'counter' : 'online'
  const { day } = random.among(chances, ({ weight }) => weight)
  const way = isReceptionDay(world.calendar, day) ? wanted : 'online'
  const time = filingTime(world.calendar, day, way, code === '2.001159', random)
  const filedAt = time < endsAt ? time : endsAt - random.int(5, 190)
  const place = random.among(world.places, ({ weight }) => weight)
  const isNotice = code === '2.001159'
  const isMisfiled = way === 'online' && !isNotice && code !== '1.010041' && random.chance(0.04)
  const belongsTo = isMisfiled ? random.pick(world.places) : place

  return fill(world, code, { way, filedAt, place, belongsTo }, formatLocalDate(dayOf(filedAt)), random)
}

type Where = Pick<Filing, 'way' | 'filedAt' | 'place' | 'belongsTo'>

function fill(world: World, code: ProcedureCode, where: Where, on: LocalDate, random: Random): Filing {
  const version = world.procedures.get(code)
  if (!version) throw new RangeError(`The desk does not offer the procedure ${code}`)
  const answers = answersOf({ version, place: where.place, on, random })
  const variant = variantOf(version, answers)
  const hasScans = where.way === 'online' || random.chance(0.65)

  return {
    ...where,
    version,
    answers,
    variant,
    fee: feeOf(version, variant, where.way, personsIn(answers), claimsExemption(answers)),
    papers: hasScans ? papersOf(version, answers, random) : [],
    applicantName: String(answers[version.applicant.name] ?? ''),
  }
}

/** Those that must come, and now and then one that helps. */
const papersOf = (version: ProcedureVersion, answers: Answers, random: Random): string[] =>
  papersNeeded(version, answers)
    .filter(({ optional }) => !optional || random.chance(0.2))
    .map(({ kind }) => kind)

/** Beyond what an officer may send in an hour, papers handed in at the counter are looked at and not scanned. */
function withScansLimited(filings: readonly Filing[]): Filing[] {
  const scans = new Map<string, number>()

  return filings.map((filing) => {
    if (filing.way === 'online') return filing
    const sent = (scans.get(filing.place.code) ?? 0) + filing.papers.length
    if (sent > mostScansPerOfficer) return { ...filing, papers: [] }
    scans.set(filing.place.code, sent)

    return filing
  })
}

/** The last day of work from `first` to `last`, or `last` when there is none. */
function lastWorkingDay(calendar: WorkingCalendar, first: Day, last: Day): Day {
  const day = isWorkingDay(calendar, last) ? last : workingDayBefore(calendar, last)

  return day < first ? last : day
}
