import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { warningCounts, warningMarks, warningsQuery, warningsView } from '#shared/warnings/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { countWarnings, listWarnings } from './list-warnings.ts'
import { markWarning } from './mark-warning.ts'

/** What each person at the desk is warned of, and the marks that say it was seen or taken care of. */
export const warningRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ['warnings']

  app.get(
    '/warnings',
    {
      schema: {
        tags,
        summary: 'Dates that come near, have come or were missed, as far as they concern this person’s role',
        querystring: warningsQuery,
        response: { 200: warningsView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return listWarnings(deps, staffFor(request, 'see_queue'), request.query)
    },
  )

  app.get(
    '/warnings/counts',
    { schema: { tags, summary: 'For the badge', response: { 200: warningCounts, ...refusals } } },
    async (request) => countWarnings(deps, staffFor(request, 'see_queue')),
  )

  app.put(
    '/warnings/:id/marks/:mark',
    {
      schema: {
        tags,
        summary: 'Seen by this person, or taken care of; may be sent again',
        params: z.strictObject({ id: z.uuid(), mark: z.enum(warningMarks) }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await markWarning(deps, staffFor(request, 'see_queue'), request.params.id, request.params.mark)

      return reply.code(204).send(null)
    },
  )
}
