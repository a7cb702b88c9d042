import { and, asc, eq, inArray } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { ticketDossiers, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import { givesNumbers } from '#shared/tickets/reception.ts'
import type { LineView, TicketView } from '#shared/tickets/schemas.ts'
import { isAtCounter, type TicketState } from '#shared/tickets/transitions.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { readSettings } from './read-settings.ts'
import { kioskKeyOf } from './secrets.ts'
import { unitOfLine } from './unit-of-line.ts'
import { type StoredTicket, toTicketView } from './views.ts'

/** Today's line of a unit: who is at which counter, who waits in which order, who was put aside, who was absent. */
export async function readLine(deps: Deps, actor: StaffActor, asked: string | undefined): Promise<LineView> {
  const now = deps.now()
  const unit = unitOfLine(actor, asked)
  const day = localDayOf(now)

  return withTx(deps.pool, { units: [unit] }, async (tx) => {
    const settings = await readSettings(tx, unit, day)
    const rows = await tx
      .select()
      .from(tickets)
      .where(and(eq(tickets.unitCode, unit), eq(tickets.day, day)))
      .orderBy(asc(tickets.callBy), asc(tickets.id))
    const open = await withDossiers(
      deps,
      tx,
      rows.filter(({ state }) => state !== 'done'),
    )
    const inState = (state: TicketState) => open.filter((ticket) => ticket.state === state)
    const waiting = inState('waiting')
    const waits = waiting.map(({ arrivedAt }) => Math.floor((now.getTime() - arrivedAt.getTime()) / 60_000))

    return {
      unit,
      now,
      settings,
      atCounters: open.filter(({ state }) => isAtCounter(state)),
      waiting,
      held: inState('held'),
      absent: inState('no_show'),
      done: rows.length - open.length,
      longestWaitMinutes: Math.max(0, ...waits),
      late: waiting.filter(({ callBy }) => callBy < now).length,
      isReceiving: givesNumbers(deps.reference.calendarOf(unit, now), now),
      kioskPath: `/may-lay-so/${unit}?may=${kioskKeyOf(deps.keys.hmac, unit)}`,
      boardPath: `/bang/${unit}`,
    }
  })
}

/** One ticket as its officer sees it. */
export async function readTicket(deps: Deps, tx: Tx, id: string): Promise<TicketView> {
  const rows = await tx.select().from(tickets).where(eq(tickets.id, id))

  return one(await withDossiers(deps, tx, rows))
}

async function withDossiers(deps: Deps, tx: Tx, rows: readonly StoredTicket[]): Promise<TicketView[]> {
  if (rows.length === 0) return []
  const links = await tx
    .select({ ticketId: ticketDossiers.ticketId, code: dossiers.code })
    .from(ticketDossiers)
    .innerJoin(dossiers, eq(dossiers.id, ticketDossiers.dossierId))
    .where(
      inArray(
        ticketDossiers.ticketId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(ticketDossiers.at))

  return rows.map((row) =>
    toTicketView(
      deps,
      row,
      links.filter(({ ticketId }) => ticketId === row.id).map(({ code }) => code),
    ),
  )
}
