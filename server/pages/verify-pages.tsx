import type { FastifyPluginAsync } from 'fastify'
import * as z from 'zod/mini'
import { codeIn } from '#shared/certificates/certificate-code.ts'
import { VerifyPage } from '#web/pages/verify-page.tsx'
import { VerifyReceiptPage } from '#web/pages/verify-receipt-page.tsx'
import { verifyCertificate } from '../certificates/verify-certificate.ts'
import type { Deps } from '../platform/deps.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext } from './page-context.ts'
import { sendPage } from './send-page.ts'

/** `ask` is the button that asks the desk; without scripts both buttons do. */
const verifyForm = z.strictObject({
  code: z.optional(z.string().check(z.maxLength(700))),
  ask: z.optional(z.literal('1')),
})

/** Where anybody finds out whether a paper or a receipt is the desk's: on their own device, or by asking. */
export const verifyPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const hide = { schema: { hide: true } }
  const units = () => deps.reference.units().map(({ code, name, type }) => ({ code, name, type }))

  app.get('/kt', hide, async (request, reply) =>
    sendPage(reply, <VerifyPage context={pageContext(deps, request, reply, web.verify)} units={units()} />),
  )

  app.post<{ Body: z.output<typeof verifyForm> }>(
    '/kt',
    { schema: { hide: true, body: verifyForm }, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const code = codeIn(request.body.code ?? '')
      const answer = await verifyCertificate(deps, code)
      const context = pageContext(deps, request, reply, web.verify)

      return sendPage(reply, <VerifyPage context={context} units={units()} answer={answer} code={code} />, {
        isPersonal: true,
      })
    },
  )

  app.get('/kt/bien-nhan', hide, async (request, reply) =>
    sendPage(
      reply,
      <VerifyReceiptPage context={pageContext(deps, request, reply, web.verifyReceipt)} units={units()} />,
    ),
  )

  app.get('/kt-may.js', hide, async (_request, reply) => {
    if (web.offlineWorker === undefined) return reply.callNotFound()

    return reply
      .type('text/javascript; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'service-worker-allowed': '/kt' })
      .send(web.offlineWorker)
  })
}
