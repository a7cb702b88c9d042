import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { asAnswers, asText } from '#shared/catalogue/answers.ts'
import { consentNames } from '#shared/i18n/consents.ts'
import { ConsentPage } from '#web/pages/consent-page.tsx'
import {
  answerConsent,
  type ConsentCover,
  type ConsentMatter,
  readCover,
  readMatter,
  sendConsentPassword,
} from '../consents/answer-consent.ts'
import { requestInLink } from '../consents/consent-link.ts'
import { noSuchConsent } from '../consents/consent-refusals.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext } from './page-context.ts'
import { sendPage } from './send-page.ts'

interface LinkParams {
  part: string
  token: string
}

interface Shown {
  isSent?: boolean
  problem?: string
  matter?: ConsentMatter & { password: string }
}

const hidden = { schema: { hide: true } }
/** By address: five tries of a password and five passwords are the limit of each request besides. */
const limited = { ...hidden, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }

/** The pages behind the link that somebody is sent whose agreement a dossier needs. */
export const consentPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const idOf = ({ part, token }: LinkParams): string => {
    const id = requestInLink(deps.keys, part, token)
    if (!id) throw noSuchConsent()

    return id
  }
  const show = (
    request: FastifyRequest<{ Params: LinkParams }>,
    reply: FastifyReply,
    { code, unit, role, state, sendsTo }: ConsentCover,
    { isSent = false, problem, matter }: Shown = {},
  ) => {
    const { part, token } = request.params
    const page = (
      <ConsentPage
        context={pageContext(deps, request, reply, web.pages)}
        address={`/y-kien/${part}/${token}`}
        cover={{ code, unit, role: consentNames[role], state, sendsTo }}
        isSent={isSent}
        {...(problem && { problem })}
        {...(matter && { matter })}
      />
    )

    return sendPage(reply, page, { status: problem ? 422 : 200, isPersonal: true })
  }
  const passwordIn = (body: unknown) => asText(asAnswers(body)?.password) ?? ''
  /** What a person can mend is said on the page itself. */
  const orSay = async (
    request: FastifyRequest<{ Params: LinkParams }>,
    reply: FastifyReply,
    id: string,
    work: () => Promise<FastifyReply>,
  ) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProblemError) || error.body.status === 404) throw error

      return show(request, reply, await readCover(deps, id), { isSent: true, problem: error.message })
    }
  }

  app.get<{ Params: LinkParams }>('/y-kien/:part/:token', hidden, async (request, reply) =>
    show(request, reply, await readCover(deps, idOf(request.params))),
  )

  app.post<{ Params: LinkParams }>('/y-kien/:part/:token/mat-khau', limited, async (request, reply) => {
    const id = idOf(request.params)

    return orSay(request, reply, id, async () => {
      await sendConsentPassword(deps, id)

      return show(request, reply, await readCover(deps, id), { isSent: true })
    })
  })

  app.post<{ Params: LinkParams }>('/y-kien/:part/:token/noi-dung', limited, async (request, reply) => {
    const id = idOf(request.params)
    const password = passwordIn(request.body)

    return orSay(request, reply, id, async () => {
      const matter = await readMatter(deps, id, password)

      return show(request, reply, matter, { matter: { ...matter, password } })
    })
  })

  app.post<{ Params: LinkParams }>('/y-kien/:part/:token/tra-loi', limited, async (request, reply) => {
    const id = idOf(request.params)
    const agrees = asText(asAnswers(request.body)?.answer)

    return orSay(request, reply, id, async () => {
      if (agrees !== 'agree' && agrees !== 'refuse') throw noSuchConsent()

      return show(request, reply, await answerConsent(deps, id, passwordIn(request.body), agrees === 'agree'))
    })
  })
}
