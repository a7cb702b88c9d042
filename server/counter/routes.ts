import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { dossierView } from '#shared/dossiers/dossier-view.ts'
import { type QueueCounts, queueCounts, queueQuery, queueView } from '#shared/dossiers/queue-schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Sessions } from '../accounts/sessions.ts'
import { notModified, passJson } from '../platform/answers.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { tagVersion } from '../platform/versions.ts'
import { keepPages } from './kept-pages.ts'
import { claimNext, openNextClaims } from './next-claim.ts'
import { pageName, queuePage, unitOf } from './queue-page.ts'
import { searchDossiers } from './search-dossiers.ts'
import { openStream } from './stream.ts'

const countsQuery = z.strictObject({
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  procedure: z.optional(z.enum(procedureCodes)),
})

/** The officers' queue: pages, counts, search, the next dossier, and the stream that says when to look again. */
export const counterRoutes: FastifyPluginAsyncZod<{ deps: Deps; sessions: Sessions }> = async (
  app,
  { deps, sessions },
) => {
  const pages = keepPages(deps.wake)
  const claims = openNextClaims(deps.pool)

  app.get(
    '/desk/queue',
    {
      schema: {
        tags: ['queue'],
        summary:
          'A page of the unit’s queue, the most urgent first; `q` searches the whole unit; If-None-Match answers 304',
        querystring: queueQuery,
        response: { 200: queueView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_queue')
      const { q, ...query } = request.query
      if (q?.trim()) return searchDossiers(deps, actor, { ...query, q })
      const unit = unitOf(actor, query.unit)
      const version = deps.wake.versionOf(unit)
      const tag = version && `W/"${version}"`
      if (tag) reply.header('etag', tag)
      reply.header('cache-control', 'private, no-cache')
      if (tag && request.headers['if-none-match'] === tag) return notModified(reply)

      return passJson(reply, await pages(unit, pageName(actor, query), () => queuePage(deps, actor, query)))
    },
  )

  app.get(
    '/desk/counts',
    {
      schema: {
        tags: ['queue'],
        summary: 'How many stand in each view, of one procedure or of all',
        querystring: countsQuery,
        response: { 200: queueCounts, ...refusals },
      },
    },
    async (request) => {
      const actor = staffFor(request, 'see_queue')
      const { rows } = await deps.pool.query<{ counts: QueueCounts }>({
        name: 'queue-counts',
        text: 'select desk_queue_counts($1, $2, $3, $4, $5) as counts',
        values: [
          actor.units.join(),
          unitOf(actor, request.query.unit),
          actor.accountId,
          deps.now(),
          request.query.procedure ?? null,
        ],
      })

      return (
        rows[0]?.counts ?? {
          all: 0,
          mine: 0,
          new: 0,
          processing: 0,
          waiting: 0,
          to_sign: 0,
          to_hand_over: 0,
          due_soon: 0,
          overdue: 0,
        }
      )
    },
  )

  app.post(
    '/desk/next-claim',
    {
      schema: {
        tags: ['queue'],
        summary: 'Take the most urgent dossier that nobody holds; 204 when none is free',
        response: { 200: dossierView, 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_queue')
      const view = await claimNext(deps, claims, actor)
      if (!view) return reply.code(204).send(null)

      return tagVersion(reply, view.version).send(view)
    },
  )

  app.get(
    '/desk/stream',
    {
      schema: { tags: ['queue'], summary: 'Server-sent events: a unit’s desk changed, look again', hide: false },
    },
    async (request, reply) => {
      staffFor(request, 'see_queue')
      openStream(deps, sessions, request, reply)
    },
  )
}
