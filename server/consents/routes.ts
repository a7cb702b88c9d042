import { eq } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { dossiers } from '#db/schema/dossiers.ts'
import { consentsView, counterConsentInput } from '#shared/consents/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import { provedDossier } from '../dossiers/proved-dossier.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { recordAtCounter } from './answer-consent.ts'
import { readConsents } from './read-consents.ts'

const codeParams = z.strictObject({ code: z.string().check(z.maxLength(40)) })

/** Agreements that are asked by a link, for the resident who proved the dossier and for its officers. */
export const consentRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/dossiers/:code/consents',
    {
      schema: {
        tags: ['consents'],
        summary: 'Who was asked for agreement, and what they said',
        params: codeParams,
        response: { 200: consentsView, ...refusals },
      },
    },
    async (request, reply) => {
      const id = await dossierOf(deps, request, request.params.code)
      reply.header('cache-control', 'private, no-store')

      return readConsents(deps, id)
    },
  )

  app.put(
    '/dossiers/:code/consents/:id/counter',
    {
      schema: {
        tags: ['consents'],
        summary: 'Yes or no that was given before an officer',
        params: z.strictObject({ code: z.string().check(z.maxLength(40)), id: z.uuid() }),
        body: counterConsentInput,
        response: { 200: consentsView, ...refusals },
      },
    },
    async (request) => {
      const actor = staffFor(request, 'see_queue')
      const { code, id } = request.params
      await recordAtCounter(deps, actor, code, id, request.body.agrees)

      return readConsents(deps, await officersDossier(deps, request, code))
    },
  )
}

const dossierOf = (deps: Deps, request: FastifyRequest, code: string): Promise<string> =>
  request.staff ? officersDossier(deps, request, code) : provedDossier(deps, request, code)

/** The dossier when it is one of the officer's units; row-level security decides. */
async function officersDossier({ pool }: Deps, request: FastifyRequest, code: string): Promise<string> {
  const { units } = staffFor(request, 'see_queue')
  const [dossier] = await withTx(pool, { units }, (tx) =>
    tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.code, code)),
  )
  if (!dossier) throw notFound()

  return dossier.id
}
