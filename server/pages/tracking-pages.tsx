import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { rateInput, type TrackingView } from '#shared/dossiers/schemas.ts'
import { trackingAddress } from '#shared/dossiers/tracking-address.ts'
import { isEnded } from '#shared/dossiers/transitions.ts'
import { paymentTexts } from '#shared/i18n/payments.ts'
import { ratingReasons, trackingTexts as texts } from '#shared/i18n/tracking.ts'
import { DossierPage, type DossierPageProps } from '#web/pages/dossier-page.tsx'
import { ReceiptPage } from '#web/pages/receipt-page.tsx'
import { TrackPage, type TrackPageProps } from '#web/pages/track-page.tsx'
import { WithdrawPage } from '#web/pages/withdraw-page.tsx'
import { ownComplaints } from '../complaints/list-complaints.ts'
import { readConsents } from '../consents/read-consents.ts'
import { StaleDossier } from '../dossiers/change-dossier.ts'
import { rateDossier } from '../dossiers/rate-dossier.ts'
import { findTracked, trackDossier } from '../dossiers/track-dossier.ts'
import { forgetTracked, rememberedDossier, rememberTracked } from '../dossiers/tracking-cookie.ts'
import { withdrawDossier } from '../dossiers/withdraw-dossier.ts'
import { openPayment } from '../payments/open-payment.ts'
import { openPaymentProvider } from '../payments/open-provider.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { trackingKeyOf } from '../platform/tracking-key.ts'
import type { BuiltWeb } from './assets.ts'
import { oncePerVersion } from './once-per-version.ts'
import { pageContext, queryWord } from './page-context.ts'
import { sendPage } from './send-page.ts'

const line = z.string().check(z.maxLength(60))
const words = z.string().check(z.maxLength(2000))
const trackForm = z.strictObject({ code: z.optional(line), key: z.optional(line) })
const withdrawForm = z.strictObject({
  version: z.coerce.number(),
  reason: z.optional(words),
  sure: z.optional(z.literal('yes')),
})
const rateForm = z.strictObject({
  score: z.optional(z.coerce.number()),
  reasons: z.optional(z.union([line, z.array(line)])),
  comment: z.optional(words),
})
type Form<S extends z.ZodMiniType> = { Body: z.output<S> }

interface CodeParams {
  code: string
}

/** What `?da=` may announce on top of a dossier after something was done. */
const announcements: Record<string, DossierPageProps['done']> = {
  'bo-sung': { title: texts.sentTitle, text: texts.sent },
  rut: { title: texts.withdrawnTitle },
  'danh-gia': { title: texts.ratedTitle },
  'le-phi': { title: paymentTexts.toldTitle },
}

/** Opening a dossier with its two codes, and what a resident may do there without scripts. */
export const trackingPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const hide = { schema: { hide: true } }
  const provider = openPaymentProvider(deps)

  const sendTrackPage = (
    request: FastifyRequest,
    reply: FastifyReply,
    props: Pick<TrackPageProps, 'code' | 'problem' | 'note'>,
    status = 200,
  ) =>
    sendPage(reply, <TrackPage context={pageContext(deps, request, reply, web.track)} {...props} />, {
      status,
      isPersonal: true,
    })

  async function sendDossier(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    dossier: TrackingView,
    more: Partial<DossierPageProps> = {},
    status = 200,
  ) {
    const [consents, complaints] = await Promise.all([readConsents(deps, id), ownComplaints(deps, id)])

    return sendPage(
      reply,
      <DossierPage
        context={pageContext(deps, request, reply, web.pages)}
        dossier={dossier}
        consents={consents}
        complaints={complaints}
        {...more}
      />,
      { status, isPersonal: true },
    )
  }

  app.get('/tra-cuu', hide, async (request, reply) =>
    sendTrackPage(request, reply, {
      code: queryWord(request, 'ma'),
      ...(queryWord(request, 'het') && { note: texts.expired }),
    }),
  )

  app.post<Form<typeof trackForm>>(
    '/tra-cuu',
    {
      schema: { hide: true, body: trackForm },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const code = (request.body.code ?? '').trim().toUpperCase()
      const key = (request.body.key ?? '').trim()
      if (!code)
        return sendTrackPage(request, reply, { code, problem: { message: texts.needCode, field: 'code' } }, 422)
      if (!key) return sendTrackPage(request, reply, { code, problem: { message: texts.needKey, field: 'key' } }, 422)
      try {
        rememberTracked(deps, request, reply, { code, id: await findTracked(deps, code, key) })
      } catch (error) {
        if (!(error instanceof ProblemError && error.body.status === 404)) throw error

        return sendTrackPage(request, reply, { code, problem: { message: texts.wrong, field: 'key' } }, 404)
      }

      return reply.redirect(`/ho-so/${encodeURIComponent(code)}`, 303)
    },
  )

  app.post('/tra-cuu/dong', hide, async (_request, reply) => {
    forgetTracked(deps, reply)

    return reply.redirect('/', 303)
  })

  app.get<{ Params: CodeParams }>('/ho-so/:code', hide, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const dossier = await trackDossier(deps, id)
    const payment = dossier.state === 'payment_due' ? await openPayment(deps, provider, id) : undefined
    const done = announcements[queryWord(request, 'da')]

    return sendDossier(request, reply, id, dossier, {
      ...(payment && { payment }),
      ...(done && { done }),
      ...(queryWord(request, 'moi') && { refused: texts.stale }),
    })
  })

  app.get<{ Params: CodeParams }>('/ho-so/:code/bien-nhan', hide, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const { receipt } = await trackDossier(deps, id)
    const trackingKey = trackingKeyOf(deps.keys.hmac, id)
    const origin = deps.config.origin ?? `${request.protocol}://${request.host}`
    const page = (
      <ReceiptPage
        context={pageContext(deps, request, reply, web.pages)}
        receipt={receipt}
        trackingKey={trackingKey}
        trackingUrl={trackingAddress(origin, receipt.code, trackingKey)}
      />
    )

    return sendPage(reply, page, { isPersonal: true })
  })

  app.get<{ Params: CodeParams }>('/ho-so/:code/rut', hide, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const dossier = await trackDossier(deps, id)
    if (!dossier.mayWithdraw) return reply.redirect(`/ho-so/${dossier.code}`, 303)

    return sendPage(
      reply,
      <WithdrawPage
        context={pageContext(deps, request, reply, web.pages)}
        dossier={dossier}
        reason=""
        isUnsure={false}
      />,
      { isPersonal: true },
    )
  })

  app.post<{ Params: CodeParams } & Form<typeof withdrawForm>>(
    '/ho-so/:code/rut',
    { schema: { hide: true, body: withdrawForm } },
    async (request, reply) => {
      const id = provedOr(deps, request, reply)
      if (!id) return reply
      const { version, sure, reason = '' } = request.body
      if (!sure) {
        const dossier = await trackDossier(deps, id)
        const page = (
          <WithdrawPage
            context={pageContext(deps, request, reply, web.pages)}
            dossier={dossier}
            reason={reason}
            isUnsure
          />
        )

        return sendPage(reply, page, { status: 422, isPersonal: true })
      }

      return afterStep(request, reply, 'rut', () =>
        withdrawDossier(deps, oncePerVersion(request, id, version), reason.trim() || null),
      )
    },
  )

  app.post<{ Params: CodeParams } & Form<typeof rateForm>>(
    '/ho-so/:code/danh-gia',
    { schema: { hide: true, body: rateForm } },
    async (request, reply) => {
      const id = provedOr(deps, request, reply)
      if (!id) return reply
      const { score, reasons = [], comment } = request.body
      const known = [reasons].flat().filter((code) => ratingReasons.some((reason) => reason.code === code))
      const rating = rateInput.safeParse({ score, reasons: known, ...(comment?.trim() && { comment: comment.trim() }) })
      const dossier = await trackDossier(deps, id)
      if (!rating.success || !isEnded(dossier.state)) {
        return sendDossier(request, reply, id, dossier, { rate: { problem: texts.needScore } }, 422)
      }

      return afterStep(request, reply, 'danh-gia', () =>
        rateDossier(deps, oncePerVersion(request, id, dossier.version), rating.data),
      )
    },
  )
}

/** The dossier of this address when its key was proved lately, which using it prolongs; else the reader is sent to prove it. */
export function provedOr(deps: Deps, request: FastifyRequest, reply: FastifyReply): string | undefined {
  const { code } = request.params as CodeParams
  const id = rememberedDossier(deps, request, code)
  if (id) rememberTracked(deps, request, reply, { code, id })
  else reply.redirect(`/tra-cuu?ma=${encodeURIComponent(code)}&het=1`, 303)

  return id
}

/** Back to the dossier: with what was done, or with how it stands when somebody else was faster. */
export async function afterStep(
  request: FastifyRequest,
  reply: FastifyReply,
  done: string,
  take: () => Promise<unknown>,
) {
  const address = `/ho-so/${encodeURIComponent((request.params as CodeParams).code)}`
  try {
    await take()
  } catch (error) {
    const isOutdated = error instanceof StaleDossier || (error instanceof ProblemError && error.body.status === 409)
    if (!isOutdated) throw error

    return reply.redirect(`${address}?moi=1`, 303)
  }

  return reply.redirect(`${address}?da=${done}`, 303)
}
