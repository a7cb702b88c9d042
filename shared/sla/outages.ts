import type { Channel } from '../dossiers/events.ts'
import type { Holding } from './holders-calendar.ts'
import { type Interval, type Minute, minuteOf } from './minutes.ts'

/** Whom an outage kept from working: everybody of the province, one unit, or those who came by one channel. */
export type OutageScope =
  | { level: 'province' }
  | { level: 'unit'; code: string }
  | { level: 'channel'; channel: Channel }

/** A recorded failure of the desk or of what it needs. Never edited: a correction supersedes. */
export interface Outage {
  id: string
  scope: OutageScope
  from: Date
  /** Null while it lasts. */
  to: Date | null
  recordedAt: Date
  supersedes?: string
}

/** What of a dossier decides which outages touched it. */
interface Touched {
  holdings: readonly Holding[]
  channel: Channel
  /** Those recorded later are not known: the split of an ended dossier stands as its verdict does (CLOCK rule 2.6). */
  knownAt: Date
  /** The end, or now. */
  until: Minute
}

/**
 * The spans in which an outage covered the unit that then held the dossier, or the channel by which it came.
 *
 * A dossier filed online needs its channel to the end: for the resident's answer, and to be told of the result.
 */
export function outageSpans(outages: readonly Outage[], dossier: Touched): Interval[] {
  const known = outages.filter(({ recordedAt }) => recordedAt <= dossier.knownAt)
  const superseded = new Set(known.map(({ supersedes }) => supersedes))

  return known
    .filter(({ id }) => !superseded.has(id))
    .flatMap((outage) => {
      const span = { from: minuteOf(outage.from), to: outage.to ? minuteOf(outage.to) : dossier.until }

      return touchedSpans(outage.scope, dossier).map(({ from, to }) => ({
        from: Math.max(from, span.from),
        to: Math.min(to, span.to),
      }))
    })
    .filter(({ from, to }) => from < to)
}

function touchedSpans(scope: OutageScope, { holdings, channel, until }: Touched): Interval[] {
  const always = { from: Number.NEGATIVE_INFINITY, to: until }
  switch (scope.level) {
    case 'province':
      return [always]
    case 'channel':
      return scope.channel === channel ? [always] : []
    case 'unit':
      return holdings.flatMap(({ unit, from }, index) =>
        unit === scope.code ? [{ from, to: holdings[index + 1]?.from ?? until }] : [],
      )
  }
}
