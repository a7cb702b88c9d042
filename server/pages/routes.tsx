import type { FastifyError, FastifyPluginAsync } from 'fastify'
import { ProblemPage, type ProblemPageProps } from '#web/pages/problem-page.tsx'
import type { Sessions } from '../accounts/sessions.ts'
import { isUnavailable } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { accountPages } from './account-pages.tsx'
import { readBuiltWeb } from './assets.ts'
import { complaintPages } from './complaint-pages.tsx'
import { consentPages } from './consent-pages.tsx'
import { eligibilityPages } from './eligibility-pages.tsx'
import { findPages } from './find-pages.tsx'
import { helperPages } from './helper-pages.tsx'
import { inboxPages } from './inbox-pages.tsx'
import { pageContext } from './page-context.ts'
import { paymentPages } from './payment-pages.tsx'
import { takePostedForms } from './posted-form.ts'
import { sendPage } from './send-page.ts'
import { supplementPages } from './supplement-pages.tsx'
import { ticketPages } from './ticket-pages.tsx'
import { trackingPages } from './tracking-pages.tsx'
import { verifyPages } from './verify-pages.tsx'

/** All that a resident sees without scripts, the frames of the two applications, and the pages that say what failed. */
export const pageRoutes: FastifyPluginAsync<{ deps: Deps; sessions: Sessions }> = async (app, { deps, sessions }) => {
  const web = await readBuiltWeb()
  takePostedForms(app)

  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const status = statusOf(error)
    const kind = kindOf(status)
    if (kind === 'broken') request.log.error({ err: error }, 'a bug')
    const context = pageContext(deps, request, reply, web.pages)
    const page = <ProblemPage context={context} kind={kind} traceId={kind === 'notFound' ? undefined : request.id} />

    return sendPage(reply, page, { status })
  })

  await app.register(findPages, { deps, web })
  await app.register(eligibilityPages, { deps, web })
  await app.register(trackingPages, { deps, web })
  await app.register(supplementPages, { deps, web })
  await app.register(paymentPages, { deps, web })
  await app.register(consentPages, { deps, web })
  await app.register(complaintPages, { deps, web })
  await app.register(accountPages, { deps, web })
  await app.register(helperPages, { deps, sessions, web })
  await app.register(ticketPages, { deps, web })
  await app.register(verifyPages, { deps, web })
  if (!deps.config.isProduction) await app.register(inboxPages, { deps, web })

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()

    return sendPage(reply, <ProblemPage context={pageContext(deps, request, reply, web.pages)} kind="notFound" />, {
      status: 404,
    })
  })
}

function statusOf(error: FastifyError | Error): number {
  if (isUnavailable(error)) return 503
  if (error instanceof ProblemError) return error.body.status

  return 'statusCode' in error && error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500
}

function kindOf(status: number): ProblemPageProps['kind'] {
  if (status === 404) return 'notFound'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'unavailable'

  return status < 500 ? 'refused' : 'broken'
}
