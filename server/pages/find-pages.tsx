import type { FastifyPluginAsync } from 'fastify'
import { mayUse } from '#shared/accounts/policy.ts'
import { decidingQuestions } from '#shared/catalogue/deciding-questions.ts'
import { searchProcedures } from '#shared/catalogue/search-procedures.ts'
import { lifeSituations } from '#shared/catalogue/situations.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import { localDayOf } from '#shared/text/format.ts'
import { FillPage } from '#web/pages/fill-page.tsx'
import { HomePage } from '#web/pages/home-page.tsx'
import { SearchPage } from '#web/pages/search-page.tsx'
import { ServicePage } from '#web/pages/service-page.tsx'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import type { BuiltWeb } from './assets.ts'
import { officeHours } from './office-hours.ts'
import { pageContext, queryWord } from './page-context.ts'
import { sendPage } from './send-page.ts'

interface CodeParams {
  code: string
}

/** From "what do I need to do" to the first question of the form; and the officers' application beside it. */
export const findPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const { reference } = deps
  const hide = { schema: { hide: true } }
  const procedureOf = (code: string, at: Date): ProcedureVersion => {
    const procedure = reference.procedure(code, localDayOf(at))
    if (!procedure) throw notFound('Không có thủ tục này, hoặc thủ tục không còn hiệu lực.')

    return procedure
  }
  /** The province's calendar: its units share it but for local closures, and nobody has chosen a unit yet. */
  const calendarAt = (at: Date) => reference.calendarOf(reference.units()[0]?.code ?? province.code, at)

  app.get('/', hide, async (request, reply) => {
    const at = deps.now()
    const { today, isOpen } = officeHours(calendarAt(at), at)
    const procedures = reference.procedures(localDayOf(at))

    return sendPage(
      reply,
      <HomePage
        context={pageContext(deps, request, reply, web.pages)}
        today={today}
        isOpen={isOpen}
        procedures={procedures}
      />,
    )
  })

  app.get('/manifest.webmanifest', hide, async (_request, reply) =>
    reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        JSON.stringify({
          name: `${shellTexts.siteName.vi} – ${shellTexts.unitLine1.vi} ${shellTexts.unitLine2.vi}`,
          short_name: shellTexts.siteName.vi,
          lang: 'vi',
          start_url: '/',
          scope: '/',
          display: 'minimal-ui',
          background_color: '#f3f5f2',
          theme_color: '#a8201a',
          icons: web.pages.icon ? [{ src: web.pages.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }] : [],
        }),
      ),
  )

  app.get('/thu-tuc', hide, async (request, reply) => {
    const all = reference.procedures(localDayOf(deps.now()))
    const query = queryWord(request, 'q').trim().slice(0, 120)
    const situation = lifeSituations.find(({ id }) => id === queryWord(request, 'viec'))
    const found =
      situation && !query
        ? situation.procedures.flatMap((code) => all.find((procedure) => procedure.code === code) ?? [])
        : searchProcedures(all, query)
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(
      reply,
      <SearchPage context={context} query={query} situation={query ? undefined : situation} found={found} all={all} />,
    )
  })

  app.get<{ Params: CodeParams }>('/thu-tuc/:code', hide, async (request, reply) => {
    const at = deps.now()
    const procedure = procedureOf(request.params.code, at)
    const expected = expectedDate(procedure.term, at, calendarAt(at))

    return sendPage(
      reply,
      <ServicePage
        context={pageContext(deps, request, reply, web.pages)}
        procedure={procedure}
        expected={expected}
        hasQuestions={decidingQuestions(procedure, {}, localDayOf(at)).length > 0}
      />,
    )
  })

  for (const path of ['/nop/:code', '/nop/:code/*']) {
    app.get<{ Params: CodeParams }>(path, hide, async (request, reply) => {
      const at = deps.now()
      const context = pageContext(deps, request, reply, web.fill)
      const procedure = procedureOf(request.params.code, at)

      return sendPage(
        reply,
        <FillPage
          context={context}
          procedure={procedure}
          now={at}
          allowsDemoIdentities={!deps.config.isProduction}
          isAssisted={request.staff !== undefined && mayUse(request.staff, 'assist_residents')}
        />,
      )
    })
  }

  for (const path of ['/can-bo', '/can-bo/*']) {
    app.get(path, hide, async (_request, reply) => {
      if (!web.staff) throw notFound('Giao diện cán bộ chưa được dựng.')

      return reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-cache').send(web.staff)
    })
  }
}
