import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { triageDossierView, triageView } from '#shared/dossiers/triage-schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { tagVersion } from '../platform/versions.ts'
import { listTriage } from './list-triage.ts'
import { readTriage } from './read-triage.ts'

const tags = ['triage']
const codeParams = z.strictObject({ code: z.string().check(z.maxLength(40)) })

/** The province's own queue: what routing could not decide. A dossier leaves it by `POST /dossiers/:code/transfers`. */
export const triageRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/desk/triage',
    {
      schema: {
        tags,
        summary: 'Dossiers whose commune a person must find, the longest waiting first, and how many they are',
        response: { 200: triageView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return listTriage(deps, staffFor(request, 'route_undecided'))
    },
  )

  app.get(
    '/desk/triage/:code',
    {
      schema: {
        tags,
        summary: 'The address as it was given, why it did not decide, and the likely communes with reasons',
        params: codeParams,
        response: { 200: triageDossierView, ...refusals },
      },
    },
    async (request, reply) => {
      const view = await readTriage(deps, staffFor(request, 'route_undecided'), request.params.code)
      reply.header('cache-control', 'private, no-store')

      return tagVersion(reply, view.version).send(view)
    },
  )
}
