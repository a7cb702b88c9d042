import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { assistedDossiersView, assistedFilingView, confirmationInput } from '#shared/assistance/schemas.ts'
import { submitDossierInput } from '#shared/dossiers/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { confirmFiling } from './confirm-filing.ts'
import { holdFiling } from './hold-filing.ts'
import { listAssisted } from './list-assisted.ts'
import { readOwnFiling } from './own-filing.ts'
import { sendConfirmationCode } from './send-code.ts'

const params = z.strictObject({ id: z.uuid() })
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })
const answer = { 200: assistedFilingView, ...refusals }

/** What a helper (tổ công nghệ số cộng đồng) does: type in, let the resident confirm, and follow by code alone. */
export const assistanceRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/assisted-filings',
    {
      schema: {
        tags: ['assistance'],
        summary: 'What this helper helped to file, by code: no name, no answer, no paper',
        response: { 200: assistedDossiersView, ...refusals },
      },
    },
    async (request, reply) => {
      const items = await listAssisted(deps, staffFor(request, 'assist_residents'))
      reply.header('cache-control', 'private, no-store')

      return { items }
    },
  )

  app.put(
    '/assisted-filings/:id',
    {
      schema: {
        tags: ['assistance'],
        summary: 'Type in a filing for a resident, who confirms it within half an hour; `id` is made by the device',
        params,
        body: submitDossierInput,
        response: answer,
      },
    },
    async (request) => holdFiling(deps, staffFor(request, 'assist_residents'), request.params.id, request.body),
  )

  app.get(
    '/assisted-filings/:id',
    {
      schema: {
        tags: ['assistance'],
        summary: 'Whether it still waits, and whether its code could be sent',
        params,
        response: answer,
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return readOwnFiling(deps, staffFor(request, 'assist_residents'), request.params.id)
    },
  )

  app.post(
    '/assisted-filings/:id/codes',
    {
      config: perMinute(30),
      schema: {
        tags: ['assistance'],
        summary: 'Send the resident a one-time code; pressed again within a minute it is the same one',
        params,
        response: answer,
      },
    },
    async (request) => sendConfirmationCode(deps, staffFor(request, 'assist_residents'), request.params.id),
  )

  app.put(
    '/assisted-filings/:id/confirmation',
    {
      config: perMinute(30),
      schema: {
        tags: ['assistance'],
        summary: 'The resident confirms, by the code or by the own name: only now it is filed',
        params,
        body: confirmationInput,
        response: answer,
      },
    },
    async (request) => confirmFiling(deps, staffFor(request, 'assist_residents'), request.params.id, request.body),
  )
}
