import { and, eq, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { localDayOf } from '#shared/text/format.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import { estimateWait, type WaitEstimate } from '#shared/tickets/estimate.ts'
import { closedToNewcomersAt } from '#shared/tickets/order.ts'
import type { PlaceView, TakenTicketView } from '#shared/tickets/schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { readSettings } from './read-settings.ts'
import { secretHash, secretOf } from './secrets.ts'
import { placePath, type StoredTicket, serviceViews } from './views.ts'

/** The place in line of whoever holds a slip, by the secret in its QR; a wrong one and none are the same answer. */
export async function readPlace(deps: Deps, secret: string): Promise<PlaceView> {
  const { rows } = await deps.pool.query<{ id: string; unit_code: string }>('select * from desk_find_ticket($1)', [
    secretHash(secret),
  ])
  const [found] = rows
  if (!found) throw notFound('Không có số này. Hãy quét lại mã trên phiếu.')

  return withTx(deps.pool, { units: [found.unit_code] }, async (tx) => {
    const ticket = await findTicket(tx, found.id)
    const settings = await readSettings(tx, ticket.unitCode, ticket.day)
    const { ahead, wait } = await readWait(tx, ticket)
    const returnUntil =
      ticket.state === 'no_show' && ticket.absentAt
        ? new Date(ticket.absentAt.getTime() + settings.returnMinutes * 60_000)
        : null

    return {
      label: ticketLabel(ticket.letter, ticket.number),
      class: ticket.class,
      state: ticket.state,
      unit: ticket.unitCode,
      unitName: policeOf(deps.reference.unitName(ticket.unitCode)).vi,
      isOver: ticket.day !== localDayOf(deps.now()),
      arrivedAt: ticket.arrivedAt,
      calledAt: ticket.calledAt,
      counter: ticket.counter,
      ahead,
      wait,
      closedAt: closedToNewcomersAt(ticket.callBy),
      returnUntil,
    }
  })
}

/** What is printed on the slip of a number; the officer prints it again from the same page. */
export async function takenView(deps: Deps, tx: Tx, id: string): Promise<TakenTicketView> {
  const ticket = await findTicket(tx, id)

  return {
    id,
    label: ticketLabel(ticket.letter, ticket.number),
    class: ticket.class,
    unit: ticket.unitCode,
    unitName: policeOf(deps.reference.unitName(ticket.unitCode)).vi,
    services: serviceViews(deps, ticket.services),
    arrivedAt: ticket.arrivedAt,
    bookedAt: ticket.bookedAt,
    secret: secretOf(deps.keys.hmac, 'ticket', id),
    placeUrl: placePath(deps, id),
    ...(await readWait(tx, ticket)),
  }
}

/** The slip again, by its secret. */
export async function readSlip(deps: Deps, secret: string): Promise<TakenTicketView> {
  const { rows } = await deps.pool.query<{ id: string; unit_code: string }>('select * from desk_find_ticket($1)', [
    secretHash(secret),
  ])
  const [found] = rows
  if (!found) throw notFound('Không có số này. Hãy quét lại mã trên phiếu.')

  return withTx(deps.pool, { units: [found.unit_code] }, (tx) => takenView(deps, tx, found.id))
}

const findTicket = async (tx: Tx, id: string): Promise<StoredTicket> =>
  one(await tx.select().from(tickets).where(eq(tickets.id, id)))

/** How many are called before it, and how long that may take: by the counters that called somebody in the last hour. */
async function readWait(tx: Tx, ticket: StoredTicket): Promise<{ ahead: number; wait: WaitEstimate }> {
  const sameLine = and(eq(tickets.unitCode, ticket.unitCode), eq(tickets.day, ticket.day))
  const { ahead, working } = one(
    await tx
      .select({
        ahead: sql<number>`count(*) filter (where ${tickets.state} = 'waiting'
          and (${tickets.callBy}, ${tickets.id}) < (${ticket.callBy.toISOString()}::timestamptz, ${ticket.id}::uuid))`.mapWith(
          Number,
        ),
        working: sql<number>`count(distinct ${tickets.counter}) filter (where ${tickets.calledAt}
          > ${ticket.arrivedAt.toISOString()}::timestamptz - interval '1 hour')`.mapWith(Number),
      })
      .from(tickets)
      .where(sameLine),
  )
  const { counters, serviceMinutes } = await readSettings(tx, ticket.unitCode, ticket.day)

  return { ahead, wait: estimateWait(ahead, Math.min(working || counters, counters), serviceMinutes) }
}
