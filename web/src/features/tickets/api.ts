import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { problemTypes } from '#shared/http/problem.ts'
import { bookingsOfDayView } from '#shared/tickets/booking-schemas.ts'
import {
  dossierTicketsView,
  lineView,
  type TakeTicketInput,
  type TicketView,
  takenTicketView,
  ticketView,
} from '#shared/tickets/schemas.ts'
import { Refused, request } from '#web/src/lib/http.ts'
import { newKey } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'

/** Under the desk's own key, so that one hint from the stream renews queues and line alike. */
const lineKey = ['desk', 'tickets'] as const
const pollMs = 10_000
const bookingsPollMs = 60_000

export const lineOptions = queryOptions({
  queryKey: lineKey,
  queryFn: ({ signal }) => read(lineView, '/api/desk/tickets', signal),
  refetchInterval: pollMs,
})

/** Whom the unit expects on a day. */
export const bookingsOptions = (day: string) =>
  queryOptions({
    queryKey: ['desk', 'bookings', day],
    queryFn: ({ signal }) => read(bookingsOfDayView, `/api/desk/bookings?day=${day}`, signal),
    refetchInterval: bookingsPollMs,
  })

/** How a dossier began at the counter. */
export const dossierTicketsOptions = (code: string) =>
  queryOptions({
    queryKey: ['desk', 'dossier-tickets', code],
    queryFn: ({ signal }) => read(dossierTicketsView, `/api/dossiers/${encodeURIComponent(code)}/tickets`, signal),
  })

/** The steps of a ticket as they stand in the API's addresses. */
export type StepPath = 'call' | 'recall' | 'service' | 'hold' | 'resumption' | 'absence' | 'return' | 'transfer' | 'end'

/** Calls the next number; null when nobody waits. Each press is an intention of its own. */
export function useCallNext() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (input: { counter: number; over?: string }) => {
      const body = await request('POST', '/api/desk/tickets/next-call', { body: input, idempotencyKey: newKey() })

      return body === undefined ? null : z.parse(ticketView, body)
    },
    onSettled: () => client.invalidateQueries({ queryKey: lineKey }),
  })
}

export interface TicketOrder {
  ticket: Pick<TicketView, 'id' | 'version'>
  path: StepPath
  counter?: number
  over?: string
}

export function useTicketStep() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async ({ ticket, path, counter, over }: TicketOrder) =>
      z.parse(
        ticketView,
        await request('PUT', `/api/desk/tickets/${ticket.id}/${path}`, {
          body: { ...(counter && { counter }), ...(over && { over }) },
          ifMatch: ticket.version,
          idempotencyKey: newKey(),
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: lineKey }),
  })
}

export function useTakeTicket() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (input: TakeTicketInput) =>
      z.parse(takenTicketView, await request('POST', '/api/tickets', { body: input, idempotencyKey: newKey() })),
    // The number is in the line, and its booking has come.
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
}

export function useLinkDossier() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: ({ id, code }: { id: string; code: string }) =>
      request('POST', `/api/desk/tickets/${id}/dossiers`, { body: { code } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
}

const running = z.object({ id: z.string(), label: z.string(), state: z.string() })

/** Whom the counter still has, when that is why a call was refused. */
export function runningAt(error: unknown): z.infer<typeof running> | undefined {
  if (!(error instanceof Refused) || error.problem.type !== problemTypes.counterBusy) return undefined
  const found = running.safeParse(error.problem.current)

  return found.success ? found.data : undefined
}
