import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { slaDossiersQuery, slaDossiersView, slaQuery, slaView } from '#shared/reports/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import { fileAnswer } from '../platform/answers.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { measureRollupLag } from './rollups/rollup-lag.ts'
import { slaDossiers } from './sla-dossiers.ts'
import { slaReport } from './sla-report.ts'
import { slaWorkbook } from './sla-workbook.ts'

export const reportRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  measureRollupLag(deps.metrics.registry, deps.reportPool)

  app.get(
    '/reports/sla',
    {
      schema: {
        tags: ['reports'],
        summary: 'Processing times of the dossiers filed in a period',
        querystring: slaQuery,
        response: { 200: slaView, ...refusals },
      },
    },
    async (request) => slaReport(deps, staffFor(request, 'see_reports'), request.query),
  )

  app.get(
    '/reports/sla/dossiers',
    {
      schema: {
        tags: ['reports'],
        summary: 'The dossiers behind one number',
        querystring: slaDossiersQuery,
        response: { 200: slaDossiersView, ...refusals },
      },
    },
    async (request) => slaDossiers(deps, staffFor(request, 'see_reports'), request.query),
  )

  app.get(
    '/reports/sla.xlsx',
    {
      schema: {
        tags: ['reports'],
        summary: 'The same as an Excel workbook with real dates and numbers',
        querystring: slaQuery,
        response: {
          200: fileAnswer('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'The workbook'),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const view = await slaReport(deps, staffFor(request, 'see_reports'), request.query)

      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="thoi-gian-giai-quyet-${view.from}-${view.to}.xlsx"`)
        .send(await slaWorkbook(view))
    },
  )
}
