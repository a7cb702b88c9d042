import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { bookings, ticketDossiers, ticketEvents, ticketNumbers, tickets } from '#db/schema/tickets.ts'
import { localDayOf } from '#shared/text/format.ts'
import { classRules, ticketLabel } from '#shared/tickets/classes.ts'
import { callByOf } from '#shared/tickets/order.ts'
import { afterStep, type TicketState, type TicketStep, ticketSteps } from '#shared/tickets/transitions.ts'
import { unsealContact } from '../../tickets/booking-contact.ts'
import { bookingCodeOf, secretHash, secretOf } from '../../tickets/secrets.ts'
import { type AtHand, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

type Ticket = typeof tickets.$inferSelect
type Event = typeof ticketEvents.$inferSelect
type Booking = typeof bookings.$inferSelect

/**
 * Whether these tickets stand where their events put them: state, times, counter, officer, and the place in the line.
 * The events are one story in the order in which they were stored; no step is believed that the life of a ticket does
 * not know.
 */
export async function lookAtTickets(db: NodePgDatabase, ids: string[], { keys }: AtHand): Promise<Looked> {
  const rows = await db.select().from(tickets).where(inArray(tickets.id, ids)).orderBy(asc(tickets.id))
  const events = await db
    .select()
    .from(ticketEvents)
    .where(inArray(ticketEvents.ticketId, ids))
    .orderBy(asc(ticketEvents.id))
  const links = await db.select().from(ticketDossiers).where(inArray(ticketDossiers.ticketId, ids))
  const booked = await db.select().from(bookings).where(inArray(bookings.ticketId, ids))
  const [eventsOf, linksOf, bookingsOf] = [
    groupBy(events, ({ ticketId }) => ticketId),
    groupBy(links, ({ ticketId }) => ticketId),
    groupBy(booked, ({ ticketId }) => ticketId ?? ''),
  ]

  return lookAtEach(rows, nameOf, (ticket) => {
    const own = eventsOf.get(ticket.id) ?? []
    const computed = afterEvents(ticket, own)
    if (typeof computed === 'string') return computed
    const filed = own.filter(({ action }) => action === 'file').length

    return firstDifference(
      {
        ...computed,
        dossiers: filed,
        bookings: own[0]?.action === 'check_in' ? 1 : 0,
        secretHash: keys ? secretHash(secretOf(keys.hmac, 'ticket', ticket.id)) : ticket.secretHash,
      },
      {
        ...ticket,
        dossiers: linksOf.get(ticket.id)?.length ?? 0,
        bookings: bookingsOf.get(ticket.id)?.length ?? 0,
      },
    )
  })
}

const nameOf = ({ unitCode, day, letter, number }: Ticket) =>
  `number ${ticketLabel(letter, number)} of ${unitCode} on ${day}`

/** The columns of a ticket that its events decide, or which event is not possible. */
function afterEvents({ class: ticketClass, bookedAt }: Ticket, events: readonly Event[]) {
  const [taken, ...rest] = events
  if (taken?.action !== (bookedAt ? 'check_in' : 'take'))
    return 'its events do not begin with the number that was taken'
  const after = {
    day: localDayOf(taken.at),
    letter: classRules[ticketClass].letter as string,
    state: 'waiting' as TicketState,
    version: 1,
    arrivedAt: taken.at,
    callBy: callByOf(ticketClass, taken.at, (ticketClass === 'booked' && bookedAt) || undefined),
    calledAt: null as Date | null,
    servedAt: null as Date | null,
    endedAt: null as Date | null,
    absentAt: null as Date | null,
    lastAt: taken.at,
    calls: 0,
    counter: null as number | null,
    forCounter: null as number | null,
    officerId: null as string | null,
    officerName: null as string | null,
  }
  for (const { action, at, counter, accountId, byName } of rest) {
    // A dossier that came of the visit changes nothing of its place in the line.
    if (action === 'file') continue
    const step = ticketSteps.find((each) => each === action)
    const state = step && afterStep(step, after.state)
    if (!step || !state) return `its events have ${action} in state ${after.state}`
    Object.assign(after, { state, version: after.version + 1, lastAt: at }, followed(after, step, { at, counter }))
    if (step === 'call' || step === 'serve' || step === 'resume')
      Object.assign(after, { officerId: accountId, officerName: byName })
  }

  return after
}

/** What a step does to the times, the counter and the place in the line. */
function followed(
  { calls, servedAt, callBy }: Pick<Ticket, 'calls' | 'servedAt' | 'callBy'>,
  step: TicketStep,
  { at, counter }: Pick<Event, 'at' | 'counter'>,
): Partial<Ticket> {
  const lateCallBy = callBy > at ? callBy : at
  const patches: Record<TicketStep, Partial<Ticket>> = {
    call: { counter, forCounter: null, calledAt: at, calls: calls + 1 },
    recall: { calledAt: at, calls: calls + 1 },
    serve: { servedAt: servedAt ?? at },
    hold: {},
    resume: { counter, servedAt: servedAt ?? at },
    no_show: { absentAt: at },
    return: { counter: null, callBy: lateCallBy },
    transfer: { counter: null, forCounter: counter, callBy: lateCallBy },
    finish: { endedAt: at },
  }

  return patches[step]
}

/** Whether numbers were given without a gap: the last of a unit, day and letter is how many there are. */
export async function lookAtNumbers(db: NodePgDatabase): Promise<Looked> {
  const { rows } = await db.execute<{ name: string; last: number | null; given: number; highest: number | null }>(
    sql`select concat_ws(' ', unit_code, day, letter) as name, n.last, coalesce(t.given, 0)::integer as given, t.highest
        from ${ticketNumbers} n full join
          (select unit_code, day, letter, count(*) as given, max(number) as highest from ${tickets} group by 1, 2, 3) t
          using (unit_code, day, letter)
        order by 1`,
  )

  return lookAtEach(
    rows,
    ({ name }) => `numbers of ${name}`,
    ({ last, given, highest }) => firstDifference({ last: given, highest: given }, { last, highest: highest ?? 0 }),
  )
}

/**
 * Whether each booking is of its own time, has a number exactly when it was checked in, opens with its own code, and
 * keeps an address only while there is something to tell.
 */
export async function lookAtBookings(db: NodePgDatabase, { keys }: AtHand): Promise<Looked> {
  const rows = await db
    .select({ booking: bookings, ticket: tickets })
    .from(bookings)
    .leftJoin(tickets, eq(tickets.id, bookings.ticketId))
    .orderBy(asc(bookings.createdAt), asc(bookings.id))

  return lookAtEach(
    rows,
    ({ booking: { code, unitCode, day } }) => `booking ${code} of ${unitCode} on ${day}`,
    ({ booking, ticket }) => {
      if ((booking.state === 'checked_in') !== (booking.ticketId !== null))
        return `state ${booking.state}, and ${booking.ticketId ? 'a' : 'no'} number was given for it`
      if (booking.closedReason !== null && booking.state !== 'cancelled')
        return `the office cancelled it, and its state is ${booking.state}`
      if (booking.contact && (booking.state === 'checked_in' || isGivenBack(booking)))
        return 'an address is kept, and nothing is left to tell'
      if (booking.contact && keys && !opens(keys, booking.id, booking.contact))
        return 'its address does not open with the desk’s key'
      const ofTicket = ticket && firstDifference({ unitCode: booking.unitCode, bookedAt: booking.slotAt }, ticket)

      return ofTicket ? `its number: ${ofTicket}` : firstDifference(bookingColumns(booking, keys), booking)
    },
  )
}

const isGivenBack = ({ state, closedReason }: Booking) => state === 'cancelled' && closedReason === null

function opens(keys: NonNullable<AtHand['keys']>, id: string, contact: Buffer): boolean {
  try {
    unsealContact(keys, id, contact)

    return true
  } catch {
    return false
  }
}

const bookingColumns = ({ id, slotAt, code, secretHash: hash }: Booking, keys: AtHand['keys']) => ({
  day: localDayOf(slotAt),
  code: keys ? bookingCodeOf(keys.hmac, id) : code,
  secretHash: keys ? secretHash(secretOf(keys.hmac, 'booking', id)) : hash,
})
