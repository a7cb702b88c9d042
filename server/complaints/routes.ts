import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { complaintStepInput, complaintsQuery, complaintsView } from '#shared/complaints/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { changeComplaint } from './change-complaint.ts'
import { listComplaints } from './list-complaints.ts'

/** Complaints and requests about data, for the heads of units who answer them and the province that looks on. */
export const complaintRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ['complaints']

  app.get(
    '/complaints',
    {
      schema: {
        tags,
        summary: 'Complaints of one’s units with their dates and words; the next to be answered first',
        querystring: complaintsQuery,
        response: { 200: complaintsView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'answer_complaints')
      reply.header('cache-control', 'private, no-store')

      return { items: await listComplaints(deps, actor, request.query.show) }
    },
  )

  app.post(
    '/complaints/:id/steps',
    {
      schema: {
        tags,
        summary:
          'Take it on, ask for more, put the answer off once, answer, or refuse; the table decides what is possible',
        params: z.strictObject({ id: z.uuid() }),
        body: complaintStepInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'answer_complaints')
      await changeComplaint(deps, { scope: { units: actor.units }, name: actor.name }, request.params.id, request.body)

      return reply.code(204).send(null)
    },
  )
}
