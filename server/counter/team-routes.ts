import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import {
  assignedView,
  assignmentInput,
  codeParams,
  colleaguesView,
  filterParams,
  morningView,
  savedFilterInput,
  savedFiltersView,
  unitQuery,
} from '#shared/counter/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { assignDossier, listColleagues } from './assign-dossier.ts'
import { unitOf } from './queue-page.ts'
import { readMorning } from './read-morning.ts'
import { deleteFilter, listFilters, saveFilter } from './saved-filters.ts'

/** What the people of a unit share: filters, who carries what, and the head's first page. */
export const teamRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ['queue']

  app.get(
    '/desk/filters',
    {
      schema: {
        tags,
        summary: 'My filters and the unit’s, each with its count',
        querystring: unitQuery,
        response: { 200: savedFiltersView, ...refusals },
      },
    },
    async (request) => ({ items: await listFilters(deps, staffFor(request, 'see_queue'), request.query.unit) }),
  )

  app.put(
    '/desk/filters/:id',
    {
      schema: {
        tags,
        summary: 'Keep a filter under a name; the id is made by the browser',
        params: filterParams,
        body: savedFilterInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await saveFilter(deps, staffFor(request, 'see_queue'), request.params.id, request.body)

      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/desk/filters/:id',
    {
      schema: { tags, summary: 'Take a filter away', params: filterParams, response: { 204: z.null(), ...refusals } },
    },
    async (request, reply) => {
      await deleteFilter(deps, staffFor(request, 'see_queue'), request.params.id)

      return reply.code(204).send(null)
    },
  )

  app.get(
    '/desk/colleagues',
    { schema: { tags, summary: 'Who takes dossiers in my unit', response: { 200: colleaguesView, ...refusals } } },
    async (request) => ({ items: await listColleagues(deps, staffFor(request, 'see_queue')) }),
  )

  app.put(
    '/desk/dossiers/:code/assignment',
    {
      schema: {
        tags,
        summary: 'The head of the unit gives a free dossier to an officer',
        params: codeParams,
        body: assignmentInput,
        response: { 200: assignedView, ...refusals },
      },
    },
    async (request) => {
      const actor = staffFor(request, 'see_queue')
      const { code } = request.params

      return { code, holder: await assignDossier(deps, { actor, dossier: { code } }, request.body.to) }
    },
  )

  app.get(
    '/desk/morning',
    {
      schema: {
        tags,
        summary: 'The head’s first page: risks of today, people and load, what residents said',
        querystring: unitQuery,
        response: { 200: morningView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_reports')
      reply.header('cache-control', 'private, no-store')

      return readMorning(deps, actor, unitOf(actor, request.query.unit))
    },
  )
}
