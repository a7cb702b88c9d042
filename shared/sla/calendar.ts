import { type Day, type LocalDate, type Minute, parseLocalDate, parseTimeOfDay, startOf, weekdayOf } from './minutes.ts'

/** What a document may order about a day. */
export const dayKinds = ['holiday', 'makeup', 'swap_off', 'swap_work', 'local_closure', 'local_opening'] as const
export type DayKind = (typeof dayKinds)[number]

/**
 * All kinds of entries. `withdrawn` orders nothing: it only takes back the entry that it supersedes, so that the day
 * is again what the other layers say.
 */
export const calendarKinds = [...dayKinds, 'withdrawn'] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** Whom an entry concerns. The unit's own entries win over the province's, and those over the nation's. */
export type CalendarScope = { level: 'nation' } | { level: 'province'; code: string } | { level: 'unit'; code: string }

/** What one document says about one day. Never edited: a correction is a new entry that supersedes. */
export interface CalendarEntry {
  id: string
  date: LocalDate
  kind: CalendarKind
  /** In Vietnamese, as the document names it: "Ngày Văn hóa Việt Nam". */
  name: string
  scope: CalendarScope
  /** Pairs of `HH:MM` that replace the day's sessions (a storm closes at 11:30); absent: those of the kind. */
  sessions?: readonly (readonly [opens: string, closes: string])[]
  /** The document that ordered it. */
  source: string
  /** How sure we are of it: seen, memory or derived. */
  mark: string
  announcedAt: Date
  recordedAt: Date
  /** The id of the entry that this one corrects. */
  supersedes?: string
}

/** All that was ever recorded, whoever it concerns and whenever it became known. */
export interface CalendarBook {
  entries: readonly CalendarEntry[]
  /** Years whose notices are all announced. A date that reaches into another year is provisional. */
  completeYears: ReadonlySet<number>
}

/** Whose calendar, and with which knowledge: entries announced or recorded after `knownAt` are left out. */
export interface CalendarView {
  unit: string
  province: string
  knownAt: Date | 'all'
}

/** One unbroken span of counted time, in minutes since 00:00. */
export interface Session {
  opens: number
  closes: number
}

/** How one day counts. A day without minutes is no working day, whatever its name. */
export interface DayPlan {
  sessions: readonly Session[]
  minutes: number
  /** Why the day is not an ordinary one. */
  entry?: CalendarEntry
}

/**
 * The counting calendar: what working minutes, working days and closing times are read from.
 *
 * Saturday's reception hours are not in it. They let people hand in and hold no working minute (CLOCK rule 2.3).
 */
export interface WorkingCalendar {
  planOn(day: Day): DayPlan
  /** Working minutes before 00:00 of the day, from an origin that is the same for all days of one calendar. */
  minutesBefore(day: Day): number
  isComplete(year: number): boolean
}

const standardSessions = readSessions([
  ['07:00', '11:30'],
  ['13:30', '17:00'],
])
const workday: DayPlan = { sessions: standardSessions, minutes: sumOf(standardSessions) }
const dayOff: DayPlan = { sessions: [], minutes: 0 }

/** Minutes of an ordinary working day: 480. */
export const WORKDAY_MINUTES = workday.minutes

const opensAsUsual: Record<CalendarKind, boolean> = {
  withdrawn: false,
  holiday: false,
  makeup: false,
  swap_off: false,
  swap_work: true,
  local_closure: false,
  local_opening: true,
}

const layers = ['nation', 'province', 'unit'] as const

/** The later of announced and recorded: an entry typed in late was not known before (CLOCK rule 2.5). */
export function knownFrom(entry: CalendarEntry): Date {
  return entry.recordedAt > entry.announcedAt ? entry.recordedAt : entry.announcedAt
}

/**
 * The calendar of one unit as it was known at one instant (CLOCK rules 2.1 to 2.6).
 *
 * Knowledge compares full instants, not minutes: an entry recorded ten seconds after a dossier ended was not known
 * to it. What an entry supersedes is gone for those whom the new entry concerns, also when it is about another day.
 */
export function buildCalendar(book: CalendarBook, view: CalendarView): WorkingCalendar {
  const exceptions = new Map<Day, DayPlan>()
  for (const entry of entriesInForce(book.entries, view)) exceptions.set(parseLocalDate(entry.date), planOf(entry))

  const changes: Change[] = []
  let difference = 0
  for (const [day, plan] of [...exceptions].sort(([a], [b]) => a - b)) {
    difference += plan.minutes - ordinaryPlan(day).minutes
    changes.push({ day, difference })
  }

  return {
    planOn: (day) => exceptions.get(day) ?? ordinaryPlan(day),
    minutesBefore: (day) => ordinaryMinutesBefore(day) + differenceBefore(changes, day),
    isComplete: (year) => book.completeYears.has(year),
  }
}

/** The sessions of a day as spans of minutes. */
export function* sessionsOn(calendar: WorkingCalendar, day: Day): Generator<{ from: Minute; to: Minute }> {
  const midnight = startOf(day)
  for (const { opens, closes } of calendar.planOn(day).sessions) yield { from: midnight + opens, to: midnight + closes }
}

/**
 * The entries that concern this view, weakest first: of those about one day the last one wins.
 *
 * What a withdrawal takes back does not bring back what the taken one had replaced: a third entry would.
 */
export function entriesInForce(entries: readonly CalendarEntry[], view: CalendarView): CalendarEntry[] {
  const known = entries.filter(
    (entry) => concerns(entry.scope, view) && (view.knownAt === 'all' || knownFrom(entry) <= view.knownAt),
  )
  const superseded = new Set(known.map((entry) => entry.supersedes))

  return known
    .filter((entry) => !superseded.has(entry.id) && entry.kind !== 'withdrawn')
    .sort(
      (a, b) =>
        layers.indexOf(a.scope.level) - layers.indexOf(b.scope.level) ||
        a.recordedAt.getTime() - b.recordedAt.getTime(),
    )
}

function concerns(scope: CalendarScope, { unit, province }: CalendarView): boolean {
  if (scope.level === 'nation') return true

  return scope.code === (scope.level === 'unit' ? unit : province)
}

function planOf(entry: CalendarEntry): DayPlan {
  const ordinary = opensAsUsual[entry.kind] ? workday : dayOff
  const sessions = entry.sessions ? readSessions(entry.sessions) : ordinary.sessions

  return { sessions, minutes: sumOf(sessions), entry }
}

function ordinaryPlan(day: Day): DayPlan {
  return weekdayOf(day) < 5 ? workday : dayOff
}

function ordinaryMinutesBefore(day: Day): number {
  const monday = day - weekdayOf(day)
  // Monday 1969-12-29 is day -3; every week since then holds five working days.
  const workdays = ((monday + 3) / 7) * 5 + Math.min(day - monday, 5)

  return workdays * WORKDAY_MINUTES
}

/** By how many minutes all exceptional days up to this one differ from ordinary ones. */
interface Change {
  day: Day
  difference: number
}

/** A binary search: every count of working minutes asks this twice. */
function differenceBefore(changes: readonly Change[], day: Day): number {
  let difference = 0
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const change = changes[middle]
    if (change && change.day < day) {
      difference = change.difference
      low = middle + 1
    } else {
      high = middle
    }
  }

  return difference
}

/** Throws a RangeError unless the sessions follow each other and none is empty. */
export function readSessions(pairs: readonly (readonly [string, string])[]): Session[] {
  const sessions = pairs.map(([opens, closes]) => ({ opens: parseTimeOfDay(opens), closes: parseTimeOfDay(closes) }))
  let end = 0
  for (const { opens, closes } of sessions) {
    if (opens < end || closes <= opens) throw new RangeError(`Sessions out of order: ${JSON.stringify(pairs)}`)
    end = closes
  }

  return sessions
}

function sumOf(sessions: readonly Session[]): number {
  return sessions.reduce((sum, { opens, closes }) => sum + closes - opens, 0)
}
