import { and, asc, eq, inArray } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { ticketDossiers, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import type { DossierTicketsView } from '#shared/tickets/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

/** The visits that a dossier came of, the earliest first; none for one filed online. */
export function dossierTickets(
  { pool }: Pick<Deps, 'pool'>,
  actor: StaffActor,
  code: string,
): Promise<DossierTicketsView> {
  return withTx(pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(and(eq(dossiers.code, code.toUpperCase()), inArray(dossiers.unitCode, [...actor.units])))
    if (!dossier) throw notFound()
    const rows = await tx
      .select()
      .from(tickets)
      .innerJoin(ticketDossiers, eq(ticketDossiers.ticketId, tickets.id))
      .where(eq(ticketDossiers.dossierId, dossier.id))
      .orderBy(asc(tickets.arrivedAt))

    return {
      items: rows.map(({ tickets: ticket }) => ({
        label: ticketLabel(ticket.letter, ticket.number),
        day: ticket.day,
        arrivedAt: ticket.arrivedAt,
        calledAt: ticket.calledAt,
        servedAt: ticket.servedAt,
        endedAt: ticket.endedAt,
        counter: ticket.counter,
      })),
    }
  })
}
