import type { FastifyPluginAsync } from 'fastify'
import { trackingTexts } from '#shared/i18n/tracking.ts'
import { calendarFile } from '#shared/text/calendar-event.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { AccessibilityPage } from '#web/pages/accessibility-page.tsx'
import { MyDossiersPage } from '#web/pages/my-dossiers-page.tsx'
import { PrivacyPage } from '#web/pages/privacy-page.tsx'
import { WhoLookedPage } from '#web/pages/who-looked-page.tsx'
import { trackDossier } from '../dossiers/track-dossier.ts'
import { rememberedDossiers } from '../dossiers/tracking-cookie.ts'
import { whoLooked } from '../dossiers/who-looked.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext } from './page-context.ts'
import { sendPage } from './send-page.ts'
import { provedOr } from './tracking-pages.tsx'

/** What a resident sees of the own data without an account. */
export const accountPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const hide = { schema: { hide: true } }

  app.get('/ho-so', hide, async (request, reply) => {
    const tracked = rememberedDossiers(deps, request)
    const dossiers = await Promise.all(tracked.map(({ id }) => trackDossier(deps, id)))
    const page = <MyDossiersPage context={pageContext(deps, request, reply, web.pages)} dossiers={dossiers} />

    return sendPage(reply, page, { isPersonal: true })
  })

  app.get<{ Params: { code: string } }>('/ho-so/:code/ai-da-xem', hide, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const looks = await whoLooked(deps, id)
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(reply, <WhoLookedPage context={context} code={request.params.code} looks={looks} />, {
      isPersonal: true,
    })
  })

  app.get<{ Params: { code: string } }>('/ho-so/:code/lich.ics', hide, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const { language } = pageContext(deps, request, reply, web.pages)
    const { code, version, procedure, unit, dueAt, sentence } = await trackDossier(deps, id)
    if (!dueAt) throw notFound('Hồ sơ này chưa có ngày hẹn.')
    const file = calendarFile({
      uid: `${code}@quay`,
      sequence: version,
      at: dueAt,
      title: `${trackingTexts.due[language]}: ${procedure.name[language]}`,
      text: `${policeOf(unit)[language]}\n${code}\n${sentence[language]}`,
      madeAt: deps.now(),
      ringsHoursBefore: 24,
    })

    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${code}.ics"`)
      .header('cache-control', 'private, no-store')
      .send(file)
  })

  app.get('/tiep-can', hide, async (request, reply) =>
    sendPage(reply, <AccessibilityPage context={pageContext(deps, request, reply, web.pages)} />),
  )

  app.get('/du-lieu-ca-nhan', hide, async (request, reply) =>
    sendPage(reply, <PrivacyPage context={pageContext(deps, request, reply, web.pages)} />),
  )
}
