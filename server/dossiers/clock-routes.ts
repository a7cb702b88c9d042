import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { dossierClockView } from '#shared/sla/clock-schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { provedDossier } from './proved-dossier.ts'
import { readStaffClock, readTrackedClock } from './read-clock.ts'

const codeParams = z.strictObject({ code: z.string().check(z.maxLength(40)) })

/** The legal clock of one dossier, explained: the same for whoever filed it and for whoever works on it. */
export const dossierClockRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/dossiers/:code/clock',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        tags: ['tracking', 'officer'],
        summary: 'Dates, pauses, whose turn it was, and the steps that add up to them; by X-Tracking-Key or as staff',
        params: codeParams,
        response: { 200: dossierClockView, ...refusals },
      },
    },
    async (request, reply) => {
      const { code } = request.params
      const isStaff = request.staff !== undefined && request.headers['x-tracking-key'] === undefined
      const view = isStaff
        ? await readStaffClock(deps, staffFor(request, 'see_queue'), code)
        : await readTrackedClock(deps, await provedDossier(deps, request, code))

      return reply.header('cache-control', 'private, no-store').send(view)
    },
  )
}
