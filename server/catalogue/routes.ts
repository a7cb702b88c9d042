import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { answersJsonSchema } from '#shared/catalogue/answers-json-schema.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { bilingual } from '#shared/http/bilingual.ts'
import { localDay } from '#shared/http/instant.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'

const atQuery = z.strictObject({ at: z.optional(localDay) })
const procedureParams = z.strictObject({ code: z.string().check(z.maxLength(20)) })

const term = z.object({ unit: z.string(), value: z.number() })
const fee = z.object({ direct: z.number(), online: z.number(), basis: z.string() })
const listed = z.object({
  code: z.string(),
  version: z.string(),
  name: bilingual,
  summary: bilingual,
  term,
  fee,
  channel: z.object({ status: z.string(), explanation: bilingual }),
})
const list = z.object({ items: z.array(listed) })
/** The version as data, with its answers as JSON Schema and an example, so that a program can file without guessing. */
const described = z.looseObject({
  code: z.string(),
  version: z.string(),
  answersSchema: z.unknown(),
  example: z.unknown(),
})

export const catalogueRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const on = (at: string | undefined) => at ?? localDayOf(deps.now())

  app.get(
    '/procedures',
    {
      schema: {
        tags: ['reference'],
        summary: 'All procedures in force today, or on the day `at`',
        querystring: atQuery,
        response: { 200: list, ...refusals },
      },
    },
    async (request) => ({
      items: deps.reference
        .procedures(on(request.query.at))
        .map(({ code, version, name, summary, term: time, fee: cost, channel }) => ({
          code,
          version,
          name,
          summary,
          term: time,
          fee: cost,
          channel: { status: channel.status, explanation: channel.explanation },
        })),
    }),
  )

  app.get(
    '/procedures/:code',
    {
      schema: {
        tags: ['reference'],
        summary: 'One procedure: questions, papers, term, fees, channel, and the schema of its answers',
        params: procedureParams,
        querystring: atQuery,
        response: { 200: described, ...refusals },
      },
    },
    async (request) => {
      const procedure = deps.reference.procedure(request.params.code, on(request.query.at))
      if (!procedure) throw notFound('Không có thủ tục này, hoặc thủ tục không có hiệu lực vào ngày đó.')

      return { ...procedure, expected: expectedNow(deps, procedure), answersSchema: answersJsonSchema(procedure) }
    },
  )
}

/** When somebody who filed now would have the result, on the province's calendar. */
function expectedNow({ reference, now }: Pick<Deps, 'reference' | 'now'>, procedure: ProcedureVersion) {
  const at = now()
  const expected = expectedDate(
    procedure.term,
    at,
    reference.calendarOf(reference.units()[0]?.code ?? province.code, at),
  )

  return {
    ...expected,
    receptionDueAt: expected.receptionDueAt?.toISOString() ?? null,
    dueAt: expected.dueAt.toISOString(),
  }
}
