import type { FastifyPluginAsync } from 'fastify'
import { channelOf } from '#shared/catalogue/channel.ts'
import { consentsNeeded } from '#shared/catalogue/consents.ts'
import { decidingQuestions, readDecidingAnswer } from '#shared/catalogue/deciding-questions.ts'
import { feeOfVariant } from '#shared/catalogue/fees.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import { termOf, variantOf } from '#shared/catalogue/variant.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import { localDayOf } from '#shared/text/format.ts'
import { EligibilityPage } from '#web/pages/eligibility-page.tsx'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext, queryWord } from './page-context.ts'
import { sendPage } from './send-page.ts'

/** What a filing will need, after a few taps: every answer stands in the address and nothing is stored. */
export const eligibilityPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  app.get<{ Params: { code: string } }>(
    '/thu-tuc/:code/dieu-kien',
    { schema: { hide: true } },
    async (request, reply) => {
      const at = deps.now()
      const on = localDayOf(at)
      const procedure = deps.reference.procedure(request.params.code, on)
      if (!procedure) throw notFound('Không có thủ tục này, hoặc nó không còn hiệu lực.')
      const answers: Record<string, string | boolean> = {}
      const answered: { name: string; value: string }[] = []
      let question = decidingQuestions(procedure, answers, on)[0]
      // Each answer may lead to other questions, so they are read one after the other, as they were given.
      while (question) {
        const text = queryWord(request, question.name)
        const answer = readDecidingAnswer(question, text)
        if (answer === undefined) break
        answers[question.name] = answer
        answered.push({ name: question.name, value: text })
        question = decidingQuestions(procedure, answers, on).find(({ name }) => answers[name] === undefined)
      }
      const variant = variantOf(procedure, answers)
      const term = termOf(procedure, variant)
      const needs = {
        papers: papersNeeded(procedure, answers),
        consents: consentsNeeded(procedure, answers, on).map(({ from }) => from),
        mayNeedGuardian: procedure.consents.some(({ from }) => from === 'guardian'),
        fee: feeOfVariant(procedure, variant),
        channel: channelOf(procedure, answers),
        dueAt:
          term.unit === 'immediate'
            ? undefined
            : expectedDate(term, at, deps.reference.calendarOf(deps.reference.units()[0]?.code ?? province.code, at))
                .dueAt,
      }

      return sendPage(
        reply,
        <EligibilityPage
          context={pageContext(deps, request, reply, web.pages)}
          procedure={procedure}
          answered={answered}
          question={question}
          needs={needs}
        />,
      )
    },
  )
}
