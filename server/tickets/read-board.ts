import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { localDayOf } from '#shared/text/format.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import type { BoardView } from '#shared/tickets/schemas.ts'
import { isAtCounter } from '#shared/tickets/transitions.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { knownUnit } from './unit-of-line.ts'

const lastCalls = 5
/** Far more counters than any commune has. */
const mostCounters = 30

/** What the television shows. Public: it says which number is called where, and nothing of who or why. */
export async function readBoard(deps: Pick<Deps, 'pool' | 'now' | 'reference'>, code: string): Promise<BoardView> {
  const now = deps.now()
  const unit = knownUnit(deps, code)
  const day = localDayOf(now)

  return withTx(deps.pool, { units: [code] }, async (tx) => {
    const ofToday = and(eq(tickets.unitCode, code), eq(tickets.day, day))
    const called = await tx
      .select()
      .from(tickets)
      .where(and(ofToday, isNotNull(tickets.calledAt)))
      .orderBy(desc(tickets.calledAt))
      .limit(mostCounters)
    const { waiting } = one(
      await tx
        .select({ waiting: sql<number>`count(*)`.mapWith(Number) })
        .from(tickets)
        .where(and(ofToday, eq(tickets.state, 'waiting'))),
    )
    const calls = called.flatMap(({ letter, number, counter, calledAt, calls: times, state }) =>
      counter && calledAt ? [{ label: ticketLabel(letter, number), counter, calledAt, calls: times, state }] : [],
    )

    return {
      unit: code,
      unitName: policeOf(unit).vi,
      now,
      atCounters: calls
        .filter(({ state }) => isAtCounter(state))
        .map(({ state, ...call }) => ({ ...call, isServing: state === 'serving' })),
      last: calls.slice(0, lastCalls).map(({ label, counter, calledAt }) => ({ label, counter, calledAt })),
      waiting,
    }
  })
}
