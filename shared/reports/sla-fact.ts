import type { Channel, DossierEvent } from '../dossiers/events.ts'
import type { CalendarOf } from '../sla/calendars.ts'
import { dossierClock } from '../sla/dossier-clock.ts'
import type { Outage } from '../sla/outages.ts'
import { localDayOf } from '../text/format.ts'
import { handsAfter } from './sla-hands.ts'

/** What one dossier adds to the reports. Only what its log fixes: nothing here changes as time goes by. */
export interface SlaFact {
  dossierId: string
  edition: string
  unitCode: string
  procedure: string
  channel: Channel
  officerId: string | null
  filedAt: Date
  isAccepted: boolean
  isEnded: boolean
  verdict: 'early' | 'on_time' | 'late' | null
  isLateOnArrival: boolean
  supplements: number
  isExtended: boolean
  workingMinutes: number | null
  officeMinutes: number
  residentMinutes: number
  agencyMinutes: number
  systemMinutes: number
}

export interface SlaFactContext {
  calendarOf: CalendarOf
  /** All recorded outages; an ended dossier's split knows those recorded before its end. */
  outages: readonly Outage[]
  /** The list of communes in force on a local day. */
  editionAt(day: string): string
}

/**
 * The fact of a log: the same events always give the same fact, whenever and however often it is computed, so that
 * a rollup can be taken back and made anew dossier by dossier.
 *
 * The split by whose turn it was is known once the dossier has ended (CLOCK rule 8.2); before that it would have to be
 * counted anew every minute. Undefined for a log that does not begin with its filing.
 */
export function slaFact(
  dossierId: string,
  events: readonly DossierEvent[],
  { calendarOf, outages, editionAt }: SlaFactContext,
): SlaFact | undefined {
  const [submit] = events
  const last = events.at(-1)
  const hands = handsAfter(events)
  if (submit?.action !== 'submit' || !last || !hands) return undefined
  const { clock, turns, chargedUnit, supplementRequests } = dossierClock(events, {
    now: last.recordedAt,
    calendarOf,
    outages,
  })
  const hasEnded = events.some(({ action }) => isEnding(action))
  const minutes = hasEnded ? turns.workingMinutes : { office: 0, resident: 0, agency: 0, system: 0 }

  return {
    dossierId,
    edition: editionAt(localDayOf(hands.unitSince)),
    unitCode: hands.unit,
    procedure: submit.data.procedure,
    channel: submit.data.channel,
    officerId: hands.lastHolder?.id ?? null,
    filedAt: submit.occurredAt,
    isAccepted: events.some(({ action }) => action === 'accept'),
    isEnded: hasEnded,
    verdict: clock?.verdict ?? null,
    isLateOnArrival: clock?.verdict === 'late' && chargedUnit !== hands.unit,
    supplements: supplementRequests,
    isExtended: events.some(({ action }) => action === 'extend'),
    workingMinutes: hasEnded && clock ? clock.workingMinutes : null,
    officeMinutes: minutes.office,
    residentMinutes: minutes.resident,
    agencyMinutes: minutes.agency,
    systemMinutes: minutes.system,
  }
}

const isEnding = (action: DossierEvent['action']) =>
  action === 'resolve' || action === 'refuse' || action === 'withdraw'
