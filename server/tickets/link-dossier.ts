import { and, eq, inArray } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { ticketDossiers, ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { TicketView } from '#shared/tickets/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { readTicket } from './read-line.ts'

/**
 * Says that a dossier came of a visit, so that one history tells arrival, call, service and result. Sent again it
 * changes nothing. Also after the visit: papers are often entered when the person has gone.
 */
export async function linkDossier(deps: Deps, actor: StaffActor, id: string, code: string): Promise<TicketView> {
  const at = deps.now()
  const view = await withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [ticket] = await tx
      .select()
      .from(tickets)
      .where(and(eq(tickets.id, id), inArray(tickets.unitCode, [...actor.units])))
      .for('update')
    if (!ticket) throw notFound('Không có số này, hoặc nó không thuộc đơn vị của bạn.')
    const [dossier] = await tx
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(and(eq(dossiers.code, code.trim().toUpperCase()), inArray(dossiers.unitCode, [...actor.units])))
    if (!dossier) throw notFound()
    const added = await tx
      .insert(ticketDossiers)
      .values({ ticketId: id, dossierId: dossier.id, at, accountId: actor.accountId })
      .onConflictDoNothing()
      .returning({ ticketId: ticketDossiers.ticketId })
    if (added.length > 0)
      await tx.insert(ticketEvents).values({
        ticketId: id,
        action: 'file',
        at,
        counter: ticket.counter,
        accountId: actor.accountId,
        byName: actor.name,
      })

    return readTicket(deps, tx, id)
  })
  deps.wake.send(...actor.units.slice(0, 1))

  return view
}
