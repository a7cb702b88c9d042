import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { logbookQuery } from '#shared/dossiers/logbook-schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import { print } from '../documents/print.ts'
import { fileAnswer } from '../platform/answers.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { controlSlipPdf } from './control-slip.ts'
import { readLogbook } from './logbook.ts'
import { logbookWorkbook } from './logbook-workbook.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The office's own papers, made from the log: the control slip of a dossier, and the unit's logbook. */
export const deskBookRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/dossiers/:code/control-slip.pdf',
    {
      schema: {
        tags: ['files'],
        summary: 'Who gave the dossier to whom, when, and whether in time (form 06)',
        params: z.strictObject({ code: z.string().check(z.maxLength(40)) }),
        response: { 200: fileAnswer('application/pdf', 'The control slip'), ...refusals },
      },
    },
    async (request, reply) => {
      const { code } = request.params
      const pdf = await controlSlipPdf(deps, staffFor(request, 'see_queue'), code)

      return sendFile(reply, 'application/pdf', `phieu-kiem-soat-${code}.pdf`, pdf)
    },
  )

  app.get(
    '/logbook.pdf',
    {
      schema: {
        tags: ['files'],
        summary: 'The dossiers filed with a unit on some days (form 07)',
        querystring: logbookQuery,
        response: { 200: fileAnswer('application/pdf', 'The logbook'), ...refusals },
      },
    },
    async (request, reply) => {
      const book = await readLogbook(deps, staffFor(request, 'see_queue'), request.query)

      return sendFile(reply, 'application/pdf', `so-theo-doi-${book.from}-${book.to}.pdf`, await print('logbook', book))
    },
  )

  app.get(
    '/logbook.xlsx',
    {
      schema: {
        tags: ['files'],
        summary: 'The same as an Excel workbook with real dates',
        querystring: logbookQuery,
        response: { 200: fileAnswer(workbookType, 'The logbook'), ...refusals },
      },
    },
    async (request, reply) => {
      const book = await readLogbook(deps, staffFor(request, 'see_queue'), request.query)

      return sendFile(reply, workbookType, `so-theo-doi-${book.from}-${book.to}.xlsx`, await logbookWorkbook(book))
    },
  )
}

/** It names people: kept by nobody on the way, with nothing in it that may run. */
function sendFile(reply: FastifyReply, type: string, name: string, file: Buffer): FastifyReply {
  return reply
    .type(type)
    .headers({
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': `sandbox; default-src 'none'`,
      'cache-control': 'private, no-store',
    })
    .send(file)
}
