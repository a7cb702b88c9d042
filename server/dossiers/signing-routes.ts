import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { resultForms } from '#shared/catalogue/types.ts'
import { signedView, toSignView } from '#shared/signing/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import { fileAnswer } from '../platform/answers.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { versionOf } from '../platform/versions.ts'
import { orStale } from './change-dossier.ts'
import { listToSign } from './list-to-sign.ts'
import { previewResult } from './preview-result.ts'
import { readDossier } from './read-dossier.ts'
import { signResult } from './sign-result.ts'

const code = z.string().check(z.maxLength(40))

/** The page on which the head of a unit reads what waits, and signs one after the other. */
export const signingRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ['signing']

  app.get(
    '/desk/to-sign',
    {
      schema: {
        tags,
        summary: 'What waits for the signature of the head of the unit, and the certificate that signs it',
        response: { 200: toSignView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return listToSign(deps, staffFor(request, 'sign_results'))
    },
  )

  app.get(
    '/dossiers/:code/result-previews/:form',
    {
      schema: {
        tags,
        summary: 'A result as it would be signed; that it was looked at is recorded',
        params: z.strictObject({ code, form: z.enum(resultForms) }),
        response: { 200: fileAnswer('application/pdf', 'The result without number and signature'), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'sign_results')
      const { code: which, form } = request.params
      const pdf = await previewResult(deps, actor, which, form)

      return reply
        .type('application/pdf')
        .headers({
          'content-disposition': `inline; filename="xem-truoc-${form}-${which}.pdf"`,
          // Shown inside the signing page by the browser's own reader, which a sandbox would keep from working.
          'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'`,
          'cache-control': 'private, no-store',
        })
        .send(pdf)
    },
  )

  app.put(
    '/dossiers/:code/signature',
    {
      schema: {
        tags,
        summary: 'Grant and sign one dossier whose results were looked at as they now are',
        params: z.strictObject({ code }),
        response: { 200: signedView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'sign_results')
      reply.header('cache-control', 'private, no-store')
      const target = {
        actor,
        dossier: { code: request.params.code },
        ifMatch: versionOf(request),
        keyed: keyOf(request, `account:${actor.accountId}`),
      }

      return orStale(signResult(deps, target), () => readDossier(deps, actor, request.params.code))
    },
  )
}
