import type { FastifyError, FastifyPluginAsync } from 'fastify'
import { ProblemPage, type ProblemPageProps } from '#web/pages/problem-page.tsx'
import { isUnavailable } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { readBuiltWeb } from './assets.ts'
import { findPages } from './find-pages.tsx'
import { pageContext } from './page-context.ts'
import { takePostedForms } from './posted-form.ts'
import { sendPage } from './send-page.ts'
import { supplementPages } from './supplement-pages.tsx'
import { trackingPages } from './tracking-pages.tsx'

/** All that a resident sees without scripts, the frames of the two applications, and the pages that say what failed. */
export const pageRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  const web = await readBuiltWeb()
  takePostedForms(app)

  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const kind = kindOf(error)
    if (kind === 'broken') request.log.error({ err: error }, 'a bug')
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(
      reply,
      <ProblemPage context={context} kind={kind} traceId={kind === 'notFound' ? undefined : request.id} />,
      { status: statusOf[kind] },
    )
  })

  await app.register(findPages, { deps, web })
  await app.register(trackingPages, { deps, web })
  await app.register(supplementPages, { deps, web })

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()

    return sendPage(reply, <ProblemPage context={pageContext(deps, request, reply, web.pages)} kind="notFound" />, {
      status: 404,
    })
  })
}

const statusOf: Record<ProblemPageProps['kind'], number> = {
  notFound: 404,
  refused: 400,
  tooMany: 429,
  broken: 500,
  unavailable: 503,
}

function kindOf(error: FastifyError | Error): ProblemPageProps['kind'] {
  if (isUnavailable(error)) return 'unavailable'
  const status =
    error instanceof ProblemError ? error.body.status : 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status === 404) return 'notFound'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'unavailable'

  return status < 500 ? 'refused' : 'broken'
}
