import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { publicKeysView, revocationsView, verificationView } from '#shared/certificates/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { signedRevocations } from './revocations.ts'
import { publicKeys } from './signing-key.ts'
import { verifyCertificate } from './verify-certificate.ts'

/** Each answer of these is the same for everybody; a minute old is fresh enough. */
const shared = 'public, max-age=60'

/** What anybody needs to check a paper of this desk, with or without asking the desk about it. */
export const certificateRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/keys',
    {
      schema: {
        tags: ['verification'],
        summary: 'The public keys of receipts and certificates, as a JSON Web Key Set',
        response: { 200: publicKeysView, ...refusals },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', shared)

      return {
        keys: publicKeys(deps.keys, deps.config).map(({ kid, x, isRetired }) => ({
          kty: 'OKP' as const,
          crv: 'Ed25519' as const,
          use: 'sig' as const,
          alg: 'EdDSA' as const,
          kid,
          x,
          retired: isRetired,
        })),
      }
    },
  )

  app.get(
    '/revocations',
    {
      schema: {
        tags: ['verification'],
        summary: 'The certificates that were revoked: signed and dated, to be kept for checking offline',
        response: { 200: revocationsView, ...refusals },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', shared)

      return { list: await signedRevocations(deps) }
    },
  )

  app.get(
    '/verifications/:token',
    {
      schema: {
        tags: ['verification'],
        summary: 'What a certificate’s code is worth, by its signature and by the desk’s books',
        params: z.strictObject({ token: z.string().check(z.maxLength(512)) }),
        response: { 200: verificationView, ...refusals },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')

      return verifyCertificate(deps, request.params.token)
    },
  )
}
