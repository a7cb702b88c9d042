import type { FastifyPluginAsync } from 'fastify'
import { localDayOf } from '#shared/text/format.ts'
import { AssistedDossierPage } from '#web/pages/assisted-dossier-page.tsx'
import { HelperPage } from '#web/pages/helper-page.tsx'
import { cookieNames, cookieOptions, staffFor } from '../accounts/actor.ts'
import type { Sessions } from '../accounts/sessions.ts'
import { listAssisted, readAssisted } from '../assistance/list-assisted.ts'
import type { Deps } from '../platform/deps.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext } from './page-context.ts'
import { sendPage } from './send-page.ts'

const signInPage = '/can-bo/dang-nhap'

/**
 * The pages of a neighbourhood helper. Among the residents' pages and not in the staff application: they are used on a
 * phone in the village, hold nothing that changes by itself, and lead into the residents' own form.
 */
export const helperPages: FastifyPluginAsync<{ deps: Deps; sessions: Sessions; web: BuiltWeb }> = async (
  app,
  { deps, sessions, web },
) => {
  const hide = { schema: { hide: true } }

  app.get('/ho-tro', hide, async (request, reply) => {
    if (!request.staff) return reply.redirect(signInPage)
    const helper = staffFor(request, 'assist_residents')
    const page = (
      <HelperPage
        context={pageContext(deps, request, reply, web.pages)}
        name={helper.name}
        procedures={deps.reference.procedures(localDayOf(deps.now()))}
        dossiers={await listAssisted(deps, helper)}
      />
    )

    return sendPage(reply, page, { isPersonal: true })
  })

  app.get<{ Params: { code: string } }>('/ho-tro/ho-so/:code', hide, async (request, reply) => {
    if (!request.staff) return reply.redirect(signInPage)
    const dossier = await readAssisted(deps, staffFor(request, 'assist_residents'), request.params.code)
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(reply, <AssistedDossierPage context={context} dossier={dossier} />, { isPersonal: true })
  })

  app.post('/ho-tro/dang-xuat', hide, async (request, reply) => {
    const token = request.cookies[cookieNames(deps).session]
    if (token) await sessions.close(token)
    reply.clearCookie(cookieNames(deps).session, cookieOptions(deps))

    return reply.redirect(signInPage, 303)
  })
}
