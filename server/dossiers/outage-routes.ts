import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { outageInput, outagesView } from '#shared/dossiers/outage-schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { readOutages, recordOutage } from './record-outage.ts'

/** What failed, from when to when: recorded by the administrator, read by whoever reads the clock's split. */
export const outageRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/outages',
    {
      schema: {
        tags: ['outages'],
        summary: 'Every record, the latest first',
        response: { 200: outagesView, ...refusals },
      },
    },
    async (request) => {
      staffFor(request, 'see_outages')

      return { items: await readOutages(deps) }
    },
  )

  app.post(
    '/outages',
    {
      schema: {
        tags: ['outages'],
        summary: 'Record a failure; its minutes are nobody’s of the office, and no date moves by it',
        body: outageInput,
        response: { 201: outagesView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'record_outages')
      const keyed = keyOf(request, `account:${actor.accountId}`, true)
      await recordOutage(deps, actor, keyed, request.body)

      return reply.code(201).send({ items: await readOutages(deps) })
    },
  )
}
