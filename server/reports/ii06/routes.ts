import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  ii06DossiersQuery,
  ii06DossiersView,
  ii06Query,
  ii06View,
  sealInput,
  sealListView,
  sealParams,
  sealsQuery,
  sealView,
} from '#shared/reports/ii06-schemas.ts'
import { staffFor } from '../../accounts/actor.ts'
import { print } from '../../documents/print.ts'
import { fileAnswer, passJson } from '../../platform/answers.ts'
import type { Deps } from '../../platform/deps.ts'
import { keyOf } from '../../platform/keyed.ts'
import { refusals } from '../../platform/problem.ts'
import { reportScope } from '../report-scope.ts'
import { correctSeal } from './correct-seals.ts'
import { ii06Dossiers } from './ii06-dossiers.ts'
import { ii06Report, reportFileName } from './ii06-report.ts'
import { ii06Workbook } from './ii06-workbook.ts'
import { printedDraft, printedSeal } from './printed-report.ts'
import { findSeal, listSeals, toSealView } from './read-seals.ts'
import { sealReport } from './seal-report.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const pdf = 'application/pdf'

/** Biểu II.06: as the logs say it, as it was sealed, and what was corrected since. */
export const ii06Routes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const describe = (summary: string) => ({ tags: ['reports'], summary })
  const file = (name: string) => `attachment; filename="${name}"`

  app.get(
    '/reports/ii06',
    {
      schema: {
        ...describe('Biểu II.06 of a unit or the province for a period, with its checks'),
        querystring: ii06Query,
        response: { 200: ii06View, ...refusals },
      },
    },
    async (request) => ii06Report(deps, reportScope(deps, staffFor(request, 'see_reports'), request.query)),
  )

  app.get(
    '/reports/ii06/dossiers',
    {
      schema: {
        ...describe('The dossiers behind one cell'),
        querystring: ii06DossiersQuery,
        response: { 200: ii06DossiersView, ...refusals },
      },
    },
    async (request) =>
      ii06Dossiers(deps, reportScope(deps, staffFor(request, 'see_reports'), request.query), request.query),
  )

  app.get(
    '/reports/ii06.xlsx',
    {
      schema: {
        ...describe('The form as a workbook with real numbers and days; a draft'),
        querystring: ii06Query,
        response: { 200: fileAnswer(xlsx, 'The workbook'), ...refusals },
      },
    },
    async (request, reply) => {
      const scope = reportScope(deps, staffFor(request, 'see_reports'), request.query)
      const workbook = await ii06Workbook(printedDraft(deps, await ii06Report(deps, scope)))

      return reply
        .type(xlsx)
        .header('content-disposition', file(reportFileName(scope, 'xlsx')))
        .send(workbook)
    },
  )

  app.get(
    '/reports/ii06.pdf',
    {
      schema: {
        ...describe('The form as a PDF; a draft'),
        querystring: ii06Query,
        response: { 200: fileAnswer(pdf, 'The form'), ...refusals },
      },
    },
    async (request, reply) => {
      const scope = reportScope(deps, staffFor(request, 'see_reports'), request.query)
      const form = await print('ii06', printedDraft(deps, await ii06Report(deps, scope)))

      return reply
        .type(pdf)
        .header('content-disposition', file(reportFileName(scope, 'pdf')))
        .send(form)
    },
  )

  app.post(
    '/reports/ii06/seals',
    {
      schema: {
        ...describe('Seals the report of a period that has ended; nothing changes it afterwards'),
        body: sealInput,
        response: { 201: sealView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'seal_reports')
      const keyed = keyOf(request, `account:${actor.accountId}`, true)
      const seal = await sealReport(deps, actor, keyed, request.body)

      return reply.code(201).header('location', `/api/reports/seals/${seal.id}`).send(seal)
    },
  )

  app.get(
    '/reports/seals',
    {
      schema: {
        ...describe('Sealed reports of a unit, or of all units that one may see'),
        querystring: sealsQuery,
        response: { 200: sealListView, ...refusals },
      },
    },
    async (request) => ({ items: await listSeals(deps, staffFor(request, 'see_reports'), request.query) }),
  )

  app.get(
    '/reports/seals/:id',
    {
      schema: {
        ...describe('A sealed report with its corrections'),
        params: sealParams,
        response: { 200: sealView, ...refusals },
      },
    },
    async (request) => toSealView(deps, await findSeal(deps, staffFor(request, 'see_reports'), request.params.id)),
  )

  app.get(
    '/reports/seals/:id/body',
    {
      schema: {
        ...describe('The very bytes that were hashed: sha256sum of them is the hash on the form'),
        params: sealParams,
        response: { 200: fileAnswer('application/json', 'Canonical JSON'), ...refusals },
      },
    },
    async (request, reply) => {
      const { seal } = await findSeal(deps, staffFor(request, 'see_reports'), request.params.id)

      return passJson(reply.header('x-content-sha256', seal.sha256), seal.body)
    },
  )

  app.get(
    '/reports/seals/:id/form.xlsx',
    {
      schema: {
        ...describe('The sealed form as a workbook'),
        params: sealParams,
        response: { 200: fileAnswer(xlsx, 'The workbook'), ...refusals },
      },
    },
    async (request, reply) => {
      const view = toSealView(deps, await findSeal(deps, staffFor(request, 'see_reports'), request.params.id))
      const workbook = await ii06Workbook(printedSeal(deps, view))

      return reply
        .type(xlsx)
        .header('content-disposition', file(reportFileName(view, 'xlsx')))
        .send(workbook)
    },
  )

  app.get(
    '/reports/seals/:id/form.pdf',
    {
      schema: {
        ...describe('The sealed form as a PDF with its hash'),
        params: sealParams,
        response: { 200: fileAnswer(pdf, 'The form'), ...refusals },
      },
    },
    async (request, reply) => {
      const view = toSealView(deps, await findSeal(deps, staffFor(request, 'see_reports'), request.params.id))
      const form = await print('ii06', printedSeal(deps, view))

      return reply
        .type(pdf)
        .header('content-disposition', file(reportFileName(view, 'pdf')))
        .send(form)
    },
  )

  app.post(
    '/reports/seals/:id/corrections',
    {
      schema: {
        ...describe('Looks now for what was recorded after sealing; the desk does so by itself every ten minutes'),
        params: sealParams,
        response: { 200: sealView, ...refusals },
      },
    },
    async (request) => {
      const actor = staffFor(request, 'seal_reports')
      await findSeal(deps, actor, request.params.id)
      await correctSeal(deps, request.params.id)

      return toSealView(deps, await findSeal(deps, actor, request.params.id))
    },
  )
}
