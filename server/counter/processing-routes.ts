import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import {
  codeParams,
  presenceInput,
  presenceView,
  relatedView,
  reminderView,
  ticksInput,
  ticksView,
} from '#shared/counter/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { keepTicks, readTicks } from './answer-ticks.ts'
import { keepPresence } from './presence.ts'
import { relatedDossiers } from './related-dossiers.ts'
import { remindResident } from './remind-resident.ts'

/** What helps an officer with one dossier and is no step of its life. */
export const processingRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/desk/dossiers/:code/related',
    {
      schema: {
        tags: ['queue'],
        summary: 'Other dossiers of the unit by the same person, at the same place, or under a similar name',
        params: codeParams,
        response: { 200: relatedView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return { items: await relatedDossiers(deps, staffFor(request, 'see_queue'), request.params.code) }
    },
  )

  app.get(
    '/desk/dossiers/:code/ticks',
    {
      schema: {
        tags: ['queue'],
        summary: 'The answers that I have compared with the papers',
        params: codeParams,
        response: { 200: ticksView, ...refusals },
      },
    },
    async (request) => ({ paths: await readTicks(deps, staffFor(request, 'see_queue'), request.params.code) }),
  )

  app.put(
    '/desk/dossiers/:code/ticks',
    {
      schema: {
        tags: ['queue'],
        summary: 'All my ticks on this dossier; no fact of the dossier, and not in its log',
        params: codeParams,
        body: ticksInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await keepTicks(deps, staffFor(request, 'see_queue'), request.params.code, request.body.paths)

      return reply.code(204).send(null)
    },
  )

  app.put(
    '/desk/presence',
    {
      schema: {
        tags: ['queue'],
        summary: 'Say which dossier is on screen, and hear what colleagues have on theirs; again every 15 s',
        body: presenceInput,
        response: { 200: presenceView, ...refusals },
      },
    },
    async (request) => keepPresence(deps, staffFor(request, 'see_queue'), request.body.code),
  )

  app.put(
    '/desk/dossiers/:code/reminder',
    {
      schema: {
        tags: ['queue'],
        summary: 'Tell the resident again what the desk waits for; at most once a day',
        params: codeParams,
        response: { 200: reminderView, ...refusals },
      },
    },
    async (request) => {
      const { code } = request.params

      return { code, sent: await remindResident(deps, staffFor(request, 'see_queue'), code) }
    },
  )
}
