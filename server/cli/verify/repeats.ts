import { asc, eq, inArray } from 'drizzle-orm'
import { ratings } from '#db/schema/dossiers.ts'
import { ticketDossiers, tickets } from '#db/schema/tickets.ts'
import { warnings } from '#db/schema/warnings.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import { type Batch, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

/** Whether the lists of warnings and ratings say what the events of the same name say: no more, no less, and no other. */
export async function lookAtRepeats({ db, ids, dossiers, eventsOf }: Batch): Promise<Looked> {
  const warned = await db
    .select()
    .from(warnings)
    .where(inArray(warnings.dossierId, ids))
    .orderBy(asc(warnings.at), asc(warnings.id))
  const rated = await db.select().from(ratings).where(inArray(ratings.dossierId, ids))
  const [warningsOf, ratingsOf] = [
    groupBy(warned, ({ dossierId }) => dossierId),
    groupBy(rated, ({ dossierId }) => dossierId),
  ]
  const looked = await lookAtEach(
    [...dossiers.values()],
    ({ code }) => code,
    ({ id }) => {
      const events = eventsOf(id)

      return firstDifference(
        {
          warnings: events
            .flatMap((event) =>
              event.action === 'warn'
                ? [[event.data.kind, event.data.dueAt, event.data.level, event.recordedAt.toISOString()].join()]
                : [],
            )
            .sort(),
          ratings: events.flatMap((event) =>
            event.action === 'rate'
              ? [{ score: event.data.score, reasons: event.data.reasons, at: event.recordedAt }]
              : [],
          ),
        },
        {
          warnings: (warningsOf.get(id) ?? [])
            .map(({ kind, dueAt, level, at }) => [kind, dueAt.toISOString(), level, at.toISOString()].join())
            .sort(),
          ratings: (ratingsOf.get(id) ?? []).map(({ score, reasons, at }) => ({ score, reasons, at })),
        },
      )
    },
  )

  return { ...looked, rows: warned.length + rated.length }
}

/** Whether the visit that a filing names is bound to its dossier, and was as the log says: its number and its arrival. */
export async function lookAtVisits({ db, ids, dossiers, eventsOf }: Batch): Promise<Looked> {
  const rows = await db
    .select({ dossierId: ticketDossiers.dossierId, ticket: tickets })
    .from(ticketDossiers)
    .innerJoin(tickets, eq(tickets.id, ticketDossiers.ticketId))
    .where(inArray(ticketDossiers.dossierId, ids))
  const ticketsOf = groupBy(rows, ({ dossierId }) => dossierId)
  const looked = await lookAtEach(
    [...dossiers.values()],
    ({ code }) => code,
    ({ id }) => {
      const visit = visitOf(eventsOf(id))
      if (!visit) return undefined
      const ticket = (ticketsOf.get(id) ?? []).map((row) => row.ticket).find((each) => each.id === visit.ticket)
      if (!ticket) return `the visit ${visit.label} that it came of is not bound to it`

      return firstDifference(
        { visit: [visit.label, visit.day, visit.arrivedAt] },
        { visit: [ticketLabel(ticket.letter, ticket.number), ticket.day, ticket.arrivedAt.toISOString()] },
      )
    },
  )

  return { ...looked, rows: rows.length }
}

const visitOf = ([submit]: readonly DossierEvent[]) => (submit?.action === 'submit' ? submit.data.visit : undefined)
