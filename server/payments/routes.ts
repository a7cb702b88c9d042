import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { noticeTaken, reconciliationView, settleEntryInput, signedNotice } from '#shared/payments/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { forbidden, notFound, refusals } from '../platform/problem.ts'
import { openPaymentProvider } from './open-provider.ts'
import { reconciliation } from './reconcile.ts'
import { settleEntry } from './settle-entry.ts'
import { takeNotice } from './take-notice.ts'

/** What banks tell, and what staff do about money that fits nothing. */
export const paymentRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const provider = openPaymentProvider(deps)
  const tags = ['payments']

  app.post(
    '/payments/notices/:provider',
    {
      schema: {
        tags,
        summary: 'A bank says that a transfer arrived or failed; signed, and safe to send again',
        params: z.strictObject({ provider: z.string().check(z.maxLength(40)) }),
        body: signedNotice,
        response: { 200: noticeTaken, ...refusals },
      },
    },
    async (request) => {
      if (!provider || request.params.provider !== provider.name) throw notFound('Không có đường dẫn này.')
      const notice = provider.readNotice(request.body)
      if (!notice) throw forbidden('Chữ ký của thông báo không đúng.')

      return { outcome: await takeNotice(deps, provider, notice) }
    },
  )

  app.get(
    '/payments/reconciliation',
    {
      schema: {
        tags,
        summary: 'Transfers that fit nothing, those that the bank has not confirmed, and the latest that are done',
        response: { 200: reconciliationView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_queue')
      reply.header('cache-control', 'private, no-store')

      return reconciliation(deps, actor)
    },
  )

  app.put(
    '/payments/entries/:id/settlement',
    {
      schema: {
        tags,
        summary: 'Close a transfer that fits nothing: give it to a dossier, send it back, or leave it with a reason',
        params: z.strictObject({ id: z.uuid() }),
        body: settleEntryInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await settleEntry(deps, staffFor(request, 'settle_money'), request.params.id, request.body)

      return reply.code(204).send(null)
    },
  )
}
