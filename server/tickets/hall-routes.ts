import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { boardView, placeView, takenTicketView, takeTicketInput, unitCode } from '#shared/tickets/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { openBoardStreams } from './board-stream.ts'
import { readBoard } from './read-board.ts'
import { readPlace } from './read-place.ts'
import { takeTicket } from './take-ticket.ts'
import { knownUnit } from './unit-of-line.ts'

const tags = ['tickets']
const secretParams = z.strictObject({ secret: z.string().check(z.maxLength(60)) })
const unitParams = z.strictObject({ code: unitCode })

/** The waiting room: taking a number, one's place in line, and the board. No sign-in, and no names. */
export const hallRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const openStream = openBoardStreams(deps)

  app.post(
    '/tickets',
    {
      schema: {
        tags,
        summary: 'Take a number at the unit’s kiosk, check a booking in, or take one for somebody as an officer',
        body: takeTicketInput,
        response: { 201: takenTicketView, ...refusals },
      },
      // The kiosks of many units may stand behind one address; against strangers stands the kiosk's key of 60 bits.
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const keyed = keyOf(request, request.sender, true)
      const ticket = await takeTicket(deps, { input: request.body, officer: request.staff, keyed })

      return reply.code(201).header('location', ticket.placeUrl).header('cache-control', 'no-store').send(ticket)
    },
  )

  app.get(
    '/tickets/:secret/place',
    {
      schema: {
        tags,
        summary: 'One’s place in line, by the secret in the slip’s QR code',
        params: secretParams,
        response: { 200: placeView, ...refusals },
      },
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return readPlace(deps, request.params.secret)
    },
  )

  app.get(
    '/units/:code/board',
    {
      schema: {
        tags,
        summary: 'What the waiting room’s television shows: numbers and counters',
        params: unitParams,
        response: { 200: boardView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-cache')

      return readBoard(deps, request.params.code)
    },
  )

  app.get(
    '/units/:code/board/stream',
    { schema: { tags, summary: 'Server-sent events: the board changed, look again', params: unitParams } },
    async (request, reply) => {
      const { code } = knownUnit(deps, request.params.code)
      // 204 ends an EventSource for good; the board polls then.
      if (!openStream(code, reply)) return reply.code(204).send()
    },
  )
}
