import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import {
  callNextInput,
  dossierTicketsView,
  lineQuery,
  lineSettingsInput,
  lineSettingsListView,
  lineView,
  ticketDossierInput,
  ticketStepInput,
  ticketView,
} from '#shared/tickets/schemas.ts'
import type { TicketStep } from '#shared/tickets/transitions.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { tagVersion, versionOf } from '../platform/versions.ts'
import { callNext } from './call-next.ts'
import { changeTicket } from './change-ticket.ts'
import { dossierTickets } from './dossier-tickets.ts'
import { linkDossier } from './link-dossier.ts'
import { listSettings } from './list-settings.ts'
import { readLine } from './read-line.ts'
import { setSettings } from './set-settings.ts'

const tags = ['tickets']
const idParams = z.strictObject({ id: z.uuid() })

/** Each step of a ticket is a resource that is put: what it is called in the address, and what it does. */
const steps: readonly { step: TicketStep; path: string; summary: string }[] = [
  { step: 'call', path: 'call', summary: 'Call this number to a counter, whatever its place in line' },
  { step: 'recall', path: 'recall', summary: 'Call it once more' },
  { step: 'serve', path: 'service', summary: 'The person is here: service begins' },
  { step: 'hold', path: 'hold', summary: 'Put it aside while the person fills something in' },
  { step: 'resume', path: 'resumption', summary: 'Go on serving it, at this counter' },
  { step: 'no_show', path: 'absence', summary: 'Nobody came' },
  { step: 'return', path: 'return', summary: 'The absent person is here: back into the line, within the unit’s time' },
  { step: 'transfer', path: 'transfer', summary: 'Let it wait for another counter' },
  { step: 'finish', path: 'end', summary: 'The visit is over' },
]

/** The line as officers work it: the next number, and every step of one. */
export const lineRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/desk/tickets',
    {
      schema: {
        tags,
        summary: 'Today’s line of the unit, in the order in which it will be called',
        querystring: lineQuery,
        response: { 200: lineView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_queue')
      reply.header('cache-control', 'private, no-store')

      return readLine(deps, actor, request.query.unit)
    },
  )

  app.post(
    '/desk/tickets/next-call',
    {
      schema: {
        tags,
        summary: 'Call the next number to a counter; 204 when nobody waits, 409 when the counter still has somebody',
        body: callNextInput,
        response: { 200: ticketView, 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'serve_line')
      const ticket = await callNext(deps, actor, request.body, keyOf(request, request.sender))
      if (!ticket) return reply.code(204).send(null)

      return tagVersion(reply, ticket.version).send(ticket)
    },
  )

  for (const { step, path, summary } of steps) {
    app.put(
      `/desk/tickets/:id/${path}`,
      {
        schema: {
          tags,
          summary,
          params: idParams,
          body: ticketStepInput,
          response: { 200: ticketView, ...refusals },
        },
      },
      async (request, reply) => {
        const actor = staffFor(request, 'serve_line')
        const ticket = await changeTicket(deps, actor, {
          id: request.params.id,
          step,
          input: request.body,
          ifMatch: versionOf(request),
          keyed: keyOf(request, request.sender),
        })

        return tagVersion(reply, ticket.version).send(ticket)
      },
    )
  }

  app.post(
    '/desk/tickets/:id/dossiers',
    {
      schema: {
        tags,
        summary: 'This dossier came of this visit; may be sent again',
        params: idParams,
        body: ticketDossierInput,
        response: { 200: ticketView, ...refusals },
      },
    },
    async (request) => linkDossier(deps, staffFor(request, 'serve_line'), request.params.id, request.body.code),
  )

  app.get(
    '/dossiers/:code/tickets',
    {
      schema: {
        tags,
        summary: 'The visits that a dossier came of: arrival, call, service',
        params: z.strictObject({ code: z.string().check(z.maxLength(40)) }),
        response: { 200: dossierTicketsView, ...refusals },
      },
    },
    async (request) => dossierTickets(deps, staffFor(request, 'see_queue'), request.params.code),
  )

  app.get(
    '/desk/line-settings',
    {
      schema: {
        tags,
        summary: 'What the unit said of its counters, and the days that can be booked with their hours',
        response: { 200: lineSettingsListView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'set_line')
      reply.header('cache-control', 'private, no-store')

      return listSettings(deps, actor)
    },
  )

  app.post(
    '/desk/line-settings',
    {
      schema: {
        tags,
        summary: 'How many counters work and what can be booked, from a day on',
        body: lineSettingsInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await setSettings(deps, staffFor(request, 'set_line'), request.body)

      return reply.code(204).send(null)
    },
  )
}
