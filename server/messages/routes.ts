import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { failedMessagesView, messageCallInput } from '#shared/messages/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import type { ReadContact } from './carrier.ts'
import { failedMessages, recordCall } from './failed-messages.ts'

/** Messages that reached nobody, for the officers who call instead. */
export const messageRoutes: FastifyPluginAsyncZod<{ deps: Deps; readContact: ReadContact }> = async (
  app,
  { deps, readContact },
) => {
  app.get(
    '/desk/failed-messages',
    {
      schema: {
        tags: ['messages'],
        summary: 'Residents whom no message reached: whom to call, and what to say',
        response: { 200: failedMessagesView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'call_residents')
      reply.header('cache-control', 'private, no-store')

      return { items: await failedMessages(deps, readContact, actor) }
    },
  )

  app.put(
    '/desk/failed-messages/:id/call',
    {
      schema: {
        tags: ['messages'],
        summary: 'The resident was called',
        params: z.strictObject({ id: z.uuid() }),
        body: messageCallInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await recordCall(deps, staffFor(request, 'call_residents'), request.params.id, request.body.note)

      return reply.code(204).send(null)
    },
  )
}
