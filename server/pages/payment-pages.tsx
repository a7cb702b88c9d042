import { randomBytes } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { PaymentView } from '#shared/payments/schemas.ts'
import { PayPage } from '#web/pages/pay-page.tsx'
import { type BankDeed, bankDeeds, SimulatedBankPage } from '#web/pages/simulated-bank-page.tsx'
import { trackDossier } from '../dossiers/track-dossier.ts'
import { openPayment } from '../payments/open-payment.ts'
import { openPaymentProvider } from '../payments/open-provider.ts'
import { type SimulatedBank, simulatedBank } from '../payments/simulated-bank.ts'
import { takeNotice } from '../payments/take-notice.ts'
import { tellPayment } from '../payments/tell-payment.ts'
import type { Deps } from '../platform/deps.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext } from './page-context.ts'
import { sendPage } from './send-page.ts'
import { provedOr } from './tracking-pages.tsx'

interface CodeParams {
  code: string
}
const deedForm = z.strictObject({ deed: z.enum(bankDeeds) })

/** Paying the fee of a dossier; outside production also the bank to try it with. */
export const paymentPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const provider = openPaymentProvider(deps)
  const bank = deps.config.isProduction ? undefined : simulatedBank(deps)
  const hide = { schema: { hide: true } }

  app.get<{ Params: CodeParams }>('/ho-so/:code/le-phi', hide, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const [dossier, payment] = await Promise.all([trackDossier(deps, id), openPayment(deps, provider, id)])
    const page = (
      <PayPage
        context={pageContext(deps, request, reply, web.pages)}
        dossier={dossier}
        payment={payment}
        {...(bank && payment && { simulatorHref: `/ngan-hang-thu/${dossier.code}` })}
      />
    )

    return sendPage(reply, page, { isPersonal: true })
  })

  app.post<{ Params: CodeParams }>(
    '/ho-so/:code/le-phi',
    { schema: { hide: true, body: z.strictObject({}) } },
    async (request, reply) => {
      const id = provedOr(deps, request, reply)
      if (!id) return reply
      await tellPayment(deps, id)

      return reply.redirect(`/ho-so/${encodeURIComponent(request.params.code)}?da=le-phi`, 303)
    },
  )

  if (!bank) return

  const paymentOf = async (request: FastifyRequest, reply: FastifyReply): Promise<PaymentView | undefined> => {
    const id = provedOr(deps, request, reply)

    return id ? openPayment(deps, provider, id) : undefined
  }

  app.get<{ Params: CodeParams }>('/ngan-hang-thu/:code', hide, async (request, reply) => {
    const { code } = request.params
    const payment = await paymentOf(request, reply)
    if (reply.statusCode === 303) return reply
    if (!payment) return reply.redirect(`/ho-so/${encodeURIComponent(code)}`, 303)
    const { account, amount, reference } = payment
    const transfer = { accountNumber: account.accountNumber, amount, reference }
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(reply, <SimulatedBankPage context={context} code={code} transfer={transfer} />, {
      isPersonal: true,
    })
  })

  app.post<{ Params: CodeParams; Body: z.output<typeof deedForm> }>(
    '/ngan-hang-thu/:code',
    { schema: { hide: true, body: deedForm } },
    async (request, reply) => {
      const payment = await paymentOf(request, reply)
      if (reply.statusCode === 303) return reply
      if (payment) await makeTransfers(deps, bank, payment, request.body.deed)

      return reply.redirect(`/ho-so/${encodeURIComponent(request.params.code)}`, 303)
    },
  )
}

/** Sends what a bank would, by the same signed words and the same use case. */
async function makeTransfers(deps: Deps, bank: SimulatedBank, payment: PaymentView, deed: BankDeed) {
  for (let transfers = deed === 'twice' ? 2 : 1; transfers > 0; transfers -= 1) {
    const signed = bank.sign({
      bankReference: `THU${randomBytes(6).toString('hex').toUpperCase()}`,
      accountNumber: payment.account.accountNumber,
      memo: deed === 'lost' ? 'chuyen tien' : `MBVCB ${payment.reference} CT tu 0123456789`,
      amount: deed === 'short' ? Math.max(0, payment.amount - 1000) : payment.amount,
      status: deed === 'fail' ? 'failed' : 'arrived',
      at: deps.now(),
    })
    const notice = bank.readNotice(signed)
    if (notice) await takeNotice(deps, bank, notice)
  }
}
