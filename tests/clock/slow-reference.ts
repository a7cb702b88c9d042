import type { Term } from '#shared/catalogue/types.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { CalendarEntry } from '#shared/sla/calendar.ts'

/**
 * The rules of the clock a second time, walked minute by minute, sharing nothing with `shared/sla` but types.
 *
 * It is slow and obvious on purpose: no interval is ever intersected, no minute ever computed from a sum. Where it
 * and the clock disagree, one of them has misread a rule.
 */

type Minute = number

/** Whether the desk works in a minute. */
export type IsOpen = (minute: Minute) => boolean

const minuteOf = (date: Date) => Math.floor(date.getTime() / 60_000)
const dayNumber = (minute: Minute) => Math.floor((minute + 420) / 1440)
const midnight = (day: number) => day * 1440 - 420

const layer = { nation: 1, province: 2, unit: 3 }
const ordinaryHours = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
] as const

export interface Place {
  unit: string
  province: string
  knownAt: Date | 'all'
}

/** One day as 1440 flags. */
export function openMinutesOf(day: number, entries: readonly CalendarEntry[], place: Place): boolean[] {
  const local = new Date(day * 86_400_000)
  const date = local.toISOString().slice(0, 10)
  const known = entries.filter((entry) => isKnown(entry, place) && isFor(entry, place))
  const replaced = known.map((entry) => entry.supersedes)

  let ruling: CalendarEntry | undefined
  for (const entry of known) {
    if (entry.date !== date || entry.kind === 'withdrawn' || replaced.includes(entry.id)) continue
    const wins =
      !ruling ||
      layer[entry.scope.level] > layer[ruling.scope.level] ||
      (layer[entry.scope.level] === layer[ruling.scope.level] && entry.recordedAt >= ruling.recordedAt)
    if (wins) ruling = entry
  }

  const isWeekday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5
  const opens = ruling ? ruling.kind === 'swap_work' || ruling.kind === 'local_opening' : isWeekday
  const hours = ruling?.sessions ?? (opens ? ordinaryHours : [])

  return Array.from({ length: 1440 }, (_, minute) => {
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

    return hours.some(([from, to]) => from <= time && time < to)
  })
}

function isKnown({ announcedAt, recordedAt }: CalendarEntry, { knownAt }: Place): boolean {
  return knownAt === 'all' || (announcedAt <= knownAt && recordedAt <= knownAt)
}

function isFor({ scope }: CalendarEntry, { unit, province }: Place): boolean {
  return (
    scope.level === 'nation' ||
    (scope.level === 'province' && scope.code === province) ||
    (scope.level === 'unit' && scope.code === unit)
  )
}

/** Remembers each day that was asked for. */
export function openIn(entries: readonly CalendarEntry[], placeOn: (day: number) => Place): IsOpen {
  const days = new Map<number, boolean[]>()

  return (minute) => {
    const day = dayNumber(minute)
    const flags = days.get(day) ?? openMinutesOf(day, entries, placeOn(day))
    days.set(day, flags)

    return flags[minute - midnight(day)] === true
  }
}

export function countOpen(isOpen: IsOpen, from: Minute, to: Minute): number {
  let count = 0
  for (let minute = from; minute < to; minute += 1) if (isOpen(minute)) count += 1

  return count
}

/** The end of the `wanted`th open minute since `start`. */
function walk(isOpen: IsOpen, start: Minute, wanted: number): Minute {
  let minute = start
  for (let passed = 0; passed < wanted; minute += 1) if (isOpen(minute)) passed += 1

  return minute
}

/** The end of the last open minute of a day, or `undefined` on a day off. */
function closing(isOpen: IsOpen, day: number): Minute | undefined {
  for (let minute = midnight(day + 1) - 1; minute >= midnight(day); minute -= 1) if (isOpen(minute)) return minute + 1

  return undefined
}

export function slowBaseDue(term: Term, acceptedAt: Minute, isOpen: IsOpen): Minute {
  if (term.unit === 'immediate') return acceptedAt
  if (term.unit === 'working_minute') return walk(isOpen, acceptedAt, term.value)

  let day = dayNumber(acceptedAt)
  if (term.unit === 'calendar_day') {
    day += term.value
    for (; ; day += 1) {
      const end = closing(isOpen, day)
      if (end !== undefined) return end
    }
  }
  for (let left = term.value; ; ) {
    day += 1
    const end = closing(isOpen, day)
    if (end !== undefined) left -= 1
    if (end !== undefined && left === 0) return end
  }
}

export interface SlowInput {
  term: Term
  acceptedAt: Minute
  endedAt: Minute | null
  now: Minute
  isOpen: IsOpen
  /** Whether the dossier waits for its resident in this minute, as its log has it. */
  isWaiting: (minute: Minute) => boolean
  extension?: { sentAt: Minute; to: Minute } | undefined
}

export function slowClock(input: SlowInput) {
  const { term, acceptedAt, endedAt, now, isOpen, isWaiting } = input
  const until = endedAt ?? now
  const baseDueAt = slowBaseDue(term, acceptedAt, isOpen)
  const { dueAt, movedMinutes } = slowMovedDue(input, baseDueAt, acceptedAt, until)

  let workingMinutes = 0
  let pausedMinutes = 0
  for (let minute = acceptedAt; minute < until; minute += 1) {
    if (!isOpen(minute)) continue
    if (isWaiting(minute)) pausedMinutes += 1
    else workingMinutes += 1
  }

  const verdict = endedAt === null ? null : slowVerdict(endedAt, dueAt)
  const standing =
    verdict ??
    (now > dueAt ? 'overdue' : isWaiting(now) ? 'paused' : countOpen(isOpen, now, dueAt) < 480 ? 'due_soon' : 'running')

  return {
    baseDueAt,
    dueAt,
    movedMinutes,
    workingMinutes,
    pausedMinutes,
    standing,
    verdict,
    dueSoonAt: verdict || standing === 'paused' ? null : slowDueSoon(dueAt, acceptedAt, isOpen),
    extension: input.extension ? slowExtension(input, input.extension, baseDueAt, until) : null,
  }
}

/** Runs of waiting minutes, one after the other: each counts if it begins no later than the date so far. */
function slowMovedDue({ term, isOpen, isWaiting }: SlowInput, baseDueAt: Minute, from: Minute, until: Minute) {
  let dueAt = baseDueAt
  let movedMinutes = 0
  for (let minute = from; minute < until; ) {
    if (!isWaiting(minute)) {
      minute += 1
      continue
    }
    const counts = term.unit !== 'immediate' && minute <= dueAt
    for (; minute < until && isWaiting(minute); minute += 1) if (counts && isOpen(minute)) movedMinutes += 1
    if (counts && movedMinutes > 0) {
      dueAt = walk(isOpen, baseDueAt, movedMinutes)
      if (term.unit !== 'working_minute') dueAt = closing(isOpen, dayNumber(dueAt)) ?? Number.NaN
    }
  }

  return { dueAt, movedMinutes }
}

function slowVerdict(endedAt: Minute, dueAt: Minute): 'early' | 'on_time' | 'late' {
  if (endedAt > dueAt) return 'late'

  return dayNumber(endedAt) < dayNumber(dueAt) ? 'early' : 'on_time'
}

/** Back from the due date, for as long as fewer than eight working hours lie between. */
function slowDueSoon(dueAt: Minute, acceptedAt: Minute, isOpen: IsOpen): Minute {
  let minute = dueAt
  for (let left = 0; minute > acceptedAt; minute -= 1) {
    if (isOpen(minute - 1)) left += 1
    if (left === 480) return minute
  }

  return acceptedAt
}

function slowExtension(
  input: SlowInput,
  { sentAt, to }: { sentAt: Minute; to: Minute },
  baseDueAt: Minute,
  until: Minute,
) {
  const dueWhenSent = slowMovedDue(input, baseDueAt, input.acceptedAt, sentAt).dueAt
  let lastMinute: Minute | undefined
  for (let day = dayNumber(dueWhenSent) - 1; lastMinute === undefined; day -= 1) lastMinute = closing(input.isOpen, day)
  const { dueAt } = slowMovedDue(input, to, sentAt, until)

  return {
    dueAt,
    verdict: input.endedAt === null ? null : slowVerdict(input.endedAt, dueAt),
    sentLate: sentAt > lastMinute,
  }
}

/** What a log says in the minute after all its events of that minute. */
interface Moment {
  waiting: boolean
  owesFee: boolean
  /** Whom the desk asked to agree, by their requests. */
  asked: ReadonlySet<string>
  isChecked: boolean
  unit: string
}

/** A whole log, replayed for every minute of its life. */
export function slowDossier(
  events: readonly DossierEvent[],
  entries: readonly CalendarEntry[],
  provinceOf: (unit: string) => string,
  now: Date,
) {
  const end = events.find(({ action }) => action === 'resolve' || action === 'refuse' || action === 'withdraw')
  const accept = events.find((event) => event.action === 'accept')
  const knownAt = end?.recordedAt ?? now
  const filedAt = Math.min(...events.map(({ occurredAt }) => minuteOf(occurredAt)))
  const until = minuteOf(end?.occurredAt ?? now)
  const lived = events.slice(0, end ? events.indexOf(end) + 1 : undefined)
  const unitAt = (minute: Minute, before = lived.length) => replay(lived.slice(0, before), minute).unit

  const isOpen = openIn(entries, (day) => {
    const unit =
      accept && day === dayNumber(minuteOf(accept.occurredAt))
        ? unitAt(Number.MAX_SAFE_INTEGER, lived.indexOf(accept))
        : day >= dayNumber(until)
          ? unitAt(Number.MAX_SAFE_INTEGER)
          : unitAt(midnight(day))

    return { unit, province: provinceOf(unit), knownAt }
  })

  const elapsed = { system: 0, resident: 0, agency: 0, office: 0 }
  const working = { system: 0, resident: 0, agency: 0, office: 0 }
  const busyMinutes = new Set(lived.map(({ occurredAt }) => minuteOf(occurredAt)))
  const waitingMinutes = new Set<Minute>()
  let moment = replay(lived, filedAt)
  for (let minute = filedAt; minute <= until; minute += 1) {
    if (busyMinutes.has(minute)) moment = replay(lived, minute)
    if (moment.waiting) waitingMinutes.add(minute)
    if (minute === until) break
    const turn = turnIn(moment)
    elapsed[turn] += 1
    if (isOpen(minute)) working[turn] += 1
  }

  const isImmediate = accept?.action === 'accept' && accept.data.term.unit === 'immediate'
  const receptionStart = receptionStartOf(lived)
  const term = termOf(lived)
  const letter = lived.find((event) => event.action === 'extend')
  const clock =
    accept &&
    term &&
    slowClock({
      term,
      acceptedAt: minuteOf(accept.occurredAt),
      endedAt: end ? minuteOf(end.occurredAt) : null,
      now: minuteOf(now),
      isOpen,
      isWaiting: (minute) => waitingMinutes.has(minute),
      extension: letter && { sentAt: minuteOf(letter.occurredAt), to: minuteOf(new Date(letter.data.newDueAt)) },
    })
  const isLate = clock && until > clock.dueAt

  return {
    clock: clock ?? null,
    receptionDueAt: isImmediate ? null : walk(isOpen, receptionStart, 480),
    elapsed,
    working,
    chargedUnit: isLate ? unitAt(clock.dueAt + 1) : null,
  }
}

function turnIn({ waiting, owesFee, asked, isChecked }: Moment): 'resident' | 'agency' | 'office' {
  if (waiting || owesFee || asked.size > 0) return 'resident'

  return isChecked ? 'agency' : 'office'
}

function replay(events: readonly DossierEvent[], minute: Minute): Moment {
  const asked = new Set<string>()
  const moment: Moment = { waiting: false, owesFee: false, asked, isChecked: false, unit: '' }
  for (const event of events) {
    if (event.action === 'submit') moment.unit = event.data.unit
    if (minuteOf(event.occurredAt) > minute) break
    if (event.action === 'transfer') moment.unit = event.data.to
    if (event.action === 'request_supplement') moment.waiting = true
    if (event.action === 'answer_supplement' || event.action === 'accept') moment.waiting = false
    if (event.action === 'request_payment') moment.owesFee = true
    if (event.action === 'record_payment') moment.owesFee = false
    askOrHear(asked, event)
    if (event.action === 'begin_agency_check') moment.isChecked = true
    if (event.action === 'end_agency_check') moment.isChecked = false
  }

  return moment
}

function askOrHear(asked: Set<string>, event: DossierEvent) {
  if (event.action === 'ask_consent') asked.add(event.data.request)
  if (event.action === 'answer_consent' || event.action === 'end_consent') asked.delete(event.data.request)
  if (event.action === 'accept') asked.clear()
}

function receptionStartOf(events: readonly DossierEvent[]): Minute {
  let start = 0
  for (const event of events) {
    if (event.action === 'accept') break
    if (event.action === 'submit' || event.action === 'answer_supplement') start = minuteOf(event.occurredAt)
  }

  return start
}

function termOf(events: readonly DossierEvent[]): Term | null {
  let term: Term | null = null
  for (const event of events) if (event.action === 'accept' || event.action === 'change_variant') term = event.data.term

  return term
}
