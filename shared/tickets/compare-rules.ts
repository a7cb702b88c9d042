import { type TicketClass, ticketClasses } from './classes.ts'
import type { MonthVisit } from './month-of-visits.ts'
import { compareInLine } from './order.ts'
import { serveLine } from './serve-line.ts'

/** What a rule made of the month, for one class or for all. Minutes. */
export interface ClassWaits {
  visits: number
  meanWait: number
  worstWait: number
  /** The most minutes after the class's target; 0 when everybody was called in time. */
  worstLateness: number
  /** How many were called after their target. */
  late: number
}

export interface RuleResult {
  rule: LineRule
  byClass: Record<TicketClass | 'all', ClassWaits>
  /** Every wait, for the picture. */
  waits: { ticketClass: TicketClass; wait: number }[]
}

/** The desk's rule, and two that others use: first come first served, and classes that always go before others. */
export const lineRules = ['call_by', 'first_come', 'class_first'] as const
export type LineRule = (typeof lineRules)[number]

const byArrival = (a: MonthVisit, b: MonthVisit) => a.arrivesAt - b.arrivesAt
const comparisons: Record<LineRule, (a: MonthVisit, b: MonthVisit) => number> = {
  call_by: (a, b) =>
    compareInLine({ callBy: a.callBy, joinedAt: a.arrivesAt }, { callBy: b.callBy, joinedAt: b.arrivesAt }),
  first_come: byArrival,
  class_first: (a, b) => ticketClasses.indexOf(a.ticketClass) - ticketClasses.indexOf(b.ticketClass) || byArrival(a, b),
}

/** Serves the same visits under each rule, session by session. */
export function compareRules(visits: readonly MonthVisit[], counters: number): RuleResult[] {
  const sessions = [...new Set(visits.map(({ session }) => session))]

  return lineRules.map((rule) => {
    const served = sessions.flatMap((session) =>
      serveLine(
        visits.filter((visit) => visit.session === session),
        counters,
        comparisons[rule],
      ),
    )
    const waits = served.map(({ visit, calledAt }) => ({
      ticketClass: visit.ticketClass,
      wait: calledAt - visit.arrivesAt,
      lateness: calledAt - visit.callBy,
    }))
    const of = (wanted: TicketClass | 'all') =>
      summarise(waits.filter(({ ticketClass }) => wanted === 'all' || ticketClass === wanted))

    return {
      rule,
      byClass: { priority: of('priority'), booked: of('booked'), walk_in: of('walk_in'), all: of('all') },
      waits: waits.map(({ ticketClass, wait }) => ({ ticketClass, wait })),
    }
  })
}

function summarise(waits: readonly { wait: number; lateness: number }[]): ClassWaits {
  return {
    visits: waits.length,
    meanWait: waits.reduce((sum, { wait }) => sum + wait, 0) / Math.max(1, waits.length),
    worstWait: Math.max(0, ...waits.map(({ wait }) => wait)),
    worstLateness: Math.max(0, ...waits.map(({ lateness }) => lateness)),
    late: waits.filter(({ lateness }) => lateness > 0).length,
  }
}
