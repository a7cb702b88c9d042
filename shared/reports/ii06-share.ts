import type { Channel, DossierEvent } from '../dossiers/events.ts'
import type { CalendarOf } from '../sla/calendars.ts'
import type { ClockResult } from '../sla/clock.ts'
import { dossierClock } from '../sla/dossier-clock.ts'
import { readLog } from '../sla/read-log.ts'
import type { Ii06Entry, Ii06Fate, OutcomeColumn, ReceivedColumn } from './ii06.ts'

/** A period as a report looks at it. */
export interface Ii06Window {
  from: Date
  /** What occurs at this instant or later is not seen. */
  until: Date
  /** The instant at which open dossiers are judged: the period's end, or now while it runs. */
  asOf: Date
  calendarOf: CalendarOf
  /** Who carries on, at the period's end, the work of the unit that had this code at `heldAt`. */
  unitOn(code: string, heldAt: Date): string
}

export interface ReportedLog {
  code: string
  procedure: string
  channel: Channel
  log: readonly DossierEvent[]
}

/** An entry with the instants that explain it. */
export interface Ii06DatedEntry extends Ii06Entry {
  receivedAt: Date
  dueAt: Date
  endedAt: Date | null
}

/** What one dossier adds to the reports of a period. */
export interface Ii06Share {
  /** One for each unit that had it after acceptance; what unit reports count. */
  held: Ii06DatedEntry[]
  /** The dossier itself, once; what the province counts. Null when it has no part in the period. */
  whole: Ii06DatedEntry | null
  /** Not in any column, only in the note: not accepted by the period's end (CLOCK rule 9.1). */
  aside: { unit: string; kind: 'waiting' | 'refused_intake' | 'withdrawn_before' } | null
  /** Transfers after acceptance within the period: by so much the sum of units exceeds the province. */
  transfers: number
  /** Open at the end, and waiting on a second or later supplement request (CLOCK rule 10.2). */
  waitsAgain: boolean
}

interface Ending {
  at: Date
  outcome: OutcomeColumn
  fate: Ii06Fate
  dueAt: Date
}

/**
 * The share of one dossier in the reports of a period, from its log (CLOCK rules 9.1 to 9.7).
 *
 * An open dossier is judged with the calendar known at the period's end, an ended one with what was known when its
 * end was recorded, a given one with what was known when its transfer was: so what was once true stays true.
 */
export function ii06Share({ code, procedure, channel, log }: ReportedLog, window: Ii06Window): Ii06Share {
  const seen = log.filter(({ occurredAt }) => occurredAt < window.until)
  const nothing: Ii06Share = { held: [], whole: null, aside: null, transfers: 0, waitsAgain: false }
  if (seen.length === 0) return nothing
  const facts = readLog(seen)
  if (facts.end && facts.end.at < window.from) return nothing
  const { acceptance } = facts
  if (!acceptance)
    return { ...nothing, aside: { unit: window.unitOn(facts.holder, facts.filedAt), kind: asideOf(seen) } }

  const { clock } = dossierClock(seen, { now: window.asOf, calendarOf: window.calendarOf })
  if (!clock) throw new Error(`${code} was accepted and has no clock`)
  const end = facts.end && endingOf(seen, facts.end.at, clock)
  const open = {
    at: null,
    outcome: clock.standing === 'overdue' ? '13' : '12',
    fate: 'open',
    dueAt: clock.dueAt,
  } as const
  const entry = (unit: string, receivedAt: Date, ending: Ending | typeof open): Ii06DatedEntry => ({
    code,
    procedure,
    unit: window.unitOn(unit, receivedAt),
    received: receivedColumn(receivedAt, channel, window.from),
    outcome: ending.outcome,
    fate: ending.fate,
    receivedAt,
    dueAt: ending.dueAt,
    endedAt: ending.at,
  })
  const given = transfersOf(seen, window.calendarOf)
  const last = given.at(-1)
  const held = [
    ...given.map((transfer, i) => entry(transfer.from, given[i - 1]?.ending.at ?? acceptance.at, transfer.ending)),
    entry(facts.holder, last?.ending.at ?? acceptance.at, end ?? open),
  ]

  return {
    held: held.filter(({ endedAt }) => endedAt === null || endedAt >= window.from),
    whole: entry(facts.holder, acceptance.at, end ?? open),
    aside: null,
    transfers: given.filter(({ ending }) => ending.at >= window.from).length,
    waitsAgain: !end && facts.supplementRequests > 1 && facts.pauses.at(-1)?.to === null,
  }
}

function receivedColumn(at: Date, channel: Channel, from: Date): ReceivedColumn {
  if (at < from) return '6'

  return channel === 'online' ? '4' : '5'
}

function asideOf(seen: readonly DossierEvent[]): NonNullable<Ii06Share['aside']>['kind'] {
  const end = seen.find(isEnd)
  if (!end) return 'waiting'

  return end.action === 'refuse' ? 'refused_intake' : 'withdrawn_before'
}

const isEnd = ({ action }: DossierEvent) => action === 'resolve' || action === 'refuse' || action === 'withdraw'

/** Refused and withdrawn dossiers are never early: nobody earns time by refusing (CLOCK rule 9.3). */
function endingOf(seen: readonly DossierEvent[], at: Date, { verdict, dueAt }: ClockResult): Ending {
  const end = seen.find(isEnd)
  const fate = fateOf(end)
  if (verdict === 'late') return { at, outcome: '10', fate, dueAt }

  return { at, outcome: verdict === 'early' && fate === 'resolved' ? '8' : '9', fate, dueAt }
}

function fateOf(end: DossierEvent | undefined): Ii06Fate {
  if (end?.action === 'refuse') return 'refused'
  if (end?.action !== 'withdraw') return 'resolved'

  return /trùng/iu.test(end.data.reason ?? '') ? 'duplicate' : 'withdrawn'
}

/** Transfers after acceptance, each as the end that it is for the giving unit (CLOCK rule 9.6). */
function transfersOf(seen: readonly DossierEvent[], calendarOf: CalendarOf): { from: string; ending: Ending }[] {
  const given: { from: string; ending: Ending }[] = []
  let holder = ''
  let isAccepted = false
  for (const [index, event] of seen.entries()) {
    if (event.action === 'submit') holder = event.data.unit
    if (event.action === 'accept') isAccepted = true
    if (isEnd(event)) break
    if (event.action !== 'transfer') continue
    const { occurredAt: at, recordedAt } = event
    if (isAccepted && event.data.to !== holder) {
      const { clock } = dossierClock(seen.slice(0, index), {
        now: at,
        calendarOf: (unit) => calendarOf(unit, recordedAt),
      })
      if (!clock) throw new Error('an accepted dossier has a clock')
      const outcome = clock.standing === 'overdue' ? '10' : '9'
      given.push({ from: holder, ending: { at, outcome, fate: 'transferred', dueAt: clock.dueAt } })
    }
    holder = event.data.to
  }

  return given
}
