import type { tickets } from '#db/schema/tickets.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import type { TicketView } from '#shared/tickets/schemas.ts'
import { otherServiceNames, type WantedService } from '#shared/tickets/services.ts'
import type { Deps } from '../platform/deps.ts'
import { secretOf } from './secrets.ts'

export type StoredTicket = typeof tickets.$inferSelect

/** What somebody comes for, in words. */
export function serviceViews(
  { reference, now }: Pick<Deps, 'reference' | 'now'>,
  services: readonly WantedService[],
): { code: string; name: Bilingual }[] {
  const day = localDayOf(now())

  return services.map((code) => ({
    code,
    name:
      code === 'result' || code === 'other'
        ? otherServiceNames[code]
        : (reference.procedure(code, day)?.name ?? { vi: code, en: code }),
  }))
}

/** Where a slip's QR leads, without the origin: the page knows its own. */
export const placePath = ({ keys }: Pick<Deps, 'keys'>, ticketId: string): string =>
  `/so/${secretOf(keys.hmac, 'ticket', ticketId)}`

export function toTicketView(
  deps: Pick<Deps, 'reference' | 'now' | 'keys'>,
  ticket: StoredTicket,
  dossiers: readonly string[],
): TicketView {
  return {
    id: ticket.id,
    label: ticketLabel(ticket.letter, ticket.number),
    class: ticket.class,
    state: ticket.state,
    version: ticket.version,
    services: serviceViews(deps, ticket.services),
    arrivedAt: ticket.arrivedAt,
    callBy: ticket.callBy,
    bookedAt: ticket.bookedAt,
    calledAt: ticket.calledAt,
    servedAt: ticket.servedAt,
    endedAt: ticket.endedAt,
    calls: ticket.calls,
    counter: ticket.counter,
    forCounter: ticket.forCounter,
    officer: ticket.officerName,
    dossiers: [...dossiers],
    placeUrl: placePath(deps, ticket.id),
  }
}
