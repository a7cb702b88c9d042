import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  serviceQualityComplaintsQuery,
  serviceQualityComplaintsView,
  serviceQualityDossiersQuery,
  serviceQualityDossiersView,
  serviceQualityQuery,
  serviceQualityView,
} from '#shared/reports/service-quality-schemas.ts'
import { staffFor } from '../../accounts/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { refusals } from '../../platform/problem.ts'
import { reportScope } from '../report-scope.ts'
import { serviceQualityComplaints, serviceQualityDossiers, serviceQualityReport } from './service-quality-report.ts'

/** The indicators of Decision 766/QĐ-TTg that the desk can compute from its own log. */
export const serviceQualityRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/reports/service-quality',
    {
      schema: {
        tags: ['reports'],
        summary:
          'Indicators of Decision 766, each with numerator, denominator and formula, and what would lift the score',
        querystring: serviceQualityQuery,
        response: { 200: serviceQualityView, ...refusals },
      },
    },
    async (request) => serviceQualityReport(deps, reportScope(deps, staffFor(request, 'see_reports'), request.query)),
  )

  app.get(
    '/reports/service-quality/dossiers',
    {
      schema: {
        tags: ['reports'],
        summary: 'The dossiers behind an indicator’s numerator or denominator, or those missing from it',
        querystring: serviceQualityDossiersQuery,
        response: { 200: serviceQualityDossiersView, ...refusals },
      },
    },
    async (request) =>
      serviceQualityDossiers(deps, reportScope(deps, staffFor(request, 'see_reports'), request.query), request.query),
  )

  app.get(
    '/reports/service-quality/complaints',
    {
      schema: {
        tags: ['reports'],
        summary: 'The complaints behind indicators 5.1 to 5.3, by the codes of their dossiers; without their words',
        querystring: serviceQualityComplaintsQuery,
        response: { 200: serviceQualityComplaintsView, ...refusals },
      },
    },
    async (request) =>
      serviceQualityComplaints(deps, reportScope(deps, staffFor(request, 'see_reports'), request.query), request.query),
  )
}
