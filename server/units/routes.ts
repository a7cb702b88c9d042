import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { unitSearchQuery, unitSearchView } from '#shared/units/schemas.ts'
import { searchUnits } from '#shared/units/search.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'

export const unitRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/units',
    {
      schema: {
        tags: ['reference'],
        summary: 'Communes by old or new name, with or without diacritics, and where they belong today',
        querystring: unitSearchQuery,
        response: { 200: unitSearchView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=300')

      return { items: searchUnits(deps.reference.directory(), request.query.q, request.query.limit) }
    },
  )
}
