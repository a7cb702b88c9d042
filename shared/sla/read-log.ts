import type { OtherPause, Term } from '../catalogue/types.ts'
import type { Channel, DossierEvent } from '../dossiers/events.ts'
import type { DossierAction } from '../dossiers/transitions.ts'
import type { TermChange } from './clock.ts'
import type { Extension } from './extension.ts'
import type { Holding } from './holders-calendar.ts'
import { minuteOf } from './minutes.ts'
import type { Pause } from './pauses.ts'

/** One run of the reception clock: from filing, or from an answer before acceptance, to whatever stopped it. */
export interface ReceptionRun {
  startedAt: Date
  stoppedAt: Date | null
  stoppedBy: Extract<DossierAction, 'accept' | 'request_supplement' | 'refuse' | 'withdraw'> | null
}

/** Waiting for one person whose agreement the desk asked by a link; asked anew it is another wait. */
export interface ConsentWait extends Pause {
  request: string
}

/** What the clock needs to know of a dossier's log. */
export interface ClockFacts {
  filedAt: Date
  receptions: ReceptionRun[]
  acceptance: { at: Date; unit: string } | null
  /** The term in force, after all changes of variant. Null before acceptance. */
  term: Term | null
  termChanges: TermChange[]
  /** Supplement requests, also those before acceptance. */
  pauses: Pause[]
  /** Waiting for a fee: the resident's turn, but no pause (CLOCK rule 5.1). */
  payments: Pause[]
  /** Waiting for those whom the desk asked to agree: the resident's turn, and no pause either. */
  consents: ConsentWait[]
  /** Checks by another body: its turn, and no pause either unless `pausedAlsoBy` names them. */
  agencyChecks: Pause[]
  pausedAlsoBy: readonly OtherPause[]
  /** The first letter of apology; there is no second (CLOCK rule 6.5). */
  extension: Extension | null
  channel: Channel
  supplementRequests: number
  holdings: [Holding, ...Holding[]]
  /** The unit that holds it after the last event. */
  holder: string
  /** `recordedAt` is the knowledge by which its verdict stands for good. */
  end: { at: Date; recordedAt: Date } | null
}

/**
 * Reads the events that concern the clock out of a log, in its order (CLOCK rules 1.3, 1.4, 3 and 5.1).
 *
 * The first of resolve, refuse and withdraw is the end; nothing after it counts. Acceptance means that the papers
 * are complete, so it closes a request that was still unanswered, and waits for nobody's agreement.
 */
export function readLog(events: readonly DossierEvent[]): ClockFacts {
  const [submit, ...rest] = events
  if (submit?.action !== 'submit') throw new RangeError('A log begins with its filing')

  const facts: ClockFacts = {
    filedAt: submit.occurredAt,
    receptions: [{ startedAt: submit.occurredAt, stoppedAt: null, stoppedBy: null }],
    acceptance: null,
    term: null,
    termChanges: [],
    pauses: [],
    payments: [],
    consents: [],
    agencyChecks: [],
    pausedAlsoBy: [],
    extension: null,
    channel: submit.data.channel,
    supplementRequests: 0,
    holdings: [{ unit: submit.data.unit, from: minuteOf(submit.occurredAt) }],
    holder: submit.data.unit,
    end: null,
  }
  for (const event of rest) {
    if (facts.end) break
    readEvent(facts, event)
  }

  return facts
}

function readEvent(facts: ClockFacts, event: DossierEvent) {
  const at = event.occurredAt
  switch (event.action) {
    case 'accept':
      stopReception(facts, at, event.action)
      closeOpen(facts.pauses, at, event.seq)
      for (const { request } of facts.consents) closeConsent(facts.consents, request, at, event.seq)
      facts.acceptance = { at, unit: facts.holder }
      facts.term = event.data.term
      facts.pausedAlsoBy = event.data.pausedAlsoBy ?? []
      return
    case 'change_variant':
      if (facts.term) facts.termChanges.push({ at, from: facts.term, to: event.data.term })
      facts.term = event.data.term
      return
    case 'request_supplement':
      stopReception(facts, at, event.action)
      facts.supplementRequests += 1
      facts.pauses.push({ from: at, to: null, openedBy: event.seq })
      return
    case 'answer_supplement':
      closeOpen(facts.pauses, at, event.seq)
      if (!facts.acceptance) facts.receptions.push({ startedAt: at, stoppedAt: null, stoppedBy: null })
      return
    case 'request_payment':
      facts.payments.push({ from: at, to: null, openedBy: event.seq })
      return
    case 'record_payment':
      closeOpen(facts.payments, at, event.seq)
      return
    case 'ask_consent':
      if (!openConsent(facts.consents, event.data.request))
        facts.consents.push({ request: event.data.request, from: at, to: null, openedBy: event.seq })
      return
    case 'answer_consent':
    case 'end_consent':
      closeConsent(facts.consents, event.data.request, at, event.seq)
      return
    case 'begin_agency_check':
      if (facts.agencyChecks.at(-1)?.to !== null) facts.agencyChecks.push({ from: at, to: null, openedBy: event.seq })
      return
    case 'end_agency_check':
      closeOpen(facts.agencyChecks, at, event.seq)
      return
    case 'extend':
      facts.extension ??= { sentAt: at, to: new Date(event.data.newDueAt) }
      return
    case 'transfer':
      facts.holder = event.data.to
      facts.holdings.push({ unit: facts.holder, from: minuteOf(at) })
      return
    case 'resolve':
      facts.end = { at, recordedAt: event.recordedAt }
      return
    case 'refuse':
    case 'withdraw':
      stopReception(facts, at, event.action)
      facts.end = { at, recordedAt: event.recordedAt }
  }
}

function stopReception({ receptions }: ClockFacts, at: Date, by: NonNullable<ReceptionRun['stoppedBy']>) {
  const running = receptions.at(-1)
  if (!running || running.stoppedAt) return
  running.stoppedAt = at
  running.stoppedBy = by
}

function closeOpen(pauses: readonly Pause[], at: Date, seq: number) {
  const open = pauses.at(-1)
  if (open?.to !== null) return
  open.to = at
  open.closedBy = seq
}

const openConsent = (consents: readonly ConsentWait[], request: string) =>
  consents.find((wait) => wait.request === request && wait.to === null)

function closeConsent(consents: readonly ConsentWait[], request: string, at: Date, seq: number) {
  const open = openConsent(consents, request)
  if (open) Object.assign(open, { to: at, closedBy: seq })
}
