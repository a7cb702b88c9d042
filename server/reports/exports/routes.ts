import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { exportListView, exportOrder, exportParams, exportView } from '#shared/reports/exports-schemas.ts'
import { staffFor } from '../../accounts/actor.ts'
import { fileAnswer } from '../../platform/answers.ts'
import type { Deps } from '../../platform/deps.ts'
import { keyOf } from '../../platform/keyed.ts'
import { notFound, refusals } from '../../platform/problem.ts'
import { cancelExport } from './cancel-export.ts'
import { orderExport } from './order-export.ts'
import { findExport, listExports, toExportView } from './read-exports.ts'

const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** Files that take longer than a request: asked for, watched, fetched or cancelled by the one who asked. */
export const exportRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const describe = (summary: string) => ({ tags: ['reports'], summary })

  app.post(
    '/exports',
    { schema: { ...describe('Asks for a file'), body: exportOrder, response: { 201: exportView, ...refusals } } },
    async (request, reply) => {
      const actor = staffFor(request, 'see_reports')
      const job = await orderExport(deps, actor, keyOf(request, `account:${actor.accountId}`, true), request.body)

      return reply.code(201).header('location', `/api/exports/${job.id}`).send(job)
    },
  )

  app.get(
    '/exports',
    {
      schema: {
        ...describe('What one has asked for, the newest first'),
        response: { 200: exportListView, ...refusals },
      },
    },
    async (request) => ({ items: await listExports(deps, staffFor(request, 'see_reports').accountId) }),
  )

  app.get(
    '/exports/:id',
    { schema: { ...describe('How far it is'), params: exportParams, response: { 200: exportView, ...refusals } } },
    async (request) =>
      toExportView(await findExport(deps, staffFor(request, 'see_reports').accountId, request.params.id)),
  )

  app.delete(
    '/exports/:id',
    {
      schema: {
        ...describe('Cancels it, or removes its file'),
        params: exportParams,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await cancelExport(deps, staffFor(request, 'see_reports').accountId, request.params.id)

      return reply.code(204).send(null)
    },
  )

  app.get(
    '/exports/:id/file',
    {
      schema: {
        ...describe('The file, for a day, for the one who asked'),
        params: exportParams,
        response: { 200: fileAnswer('application/octet-stream', 'The file'), ...refusals },
      },
    },
    async (request, reply) => {
      const job = await findExport(deps, staffFor(request, 'see_reports').accountId, request.params.id)
      const path = job.state === 'done' && job.fileId ? deps.store.quarantinePath(job.fileId) : undefined
      const found = path && (await stat(path).catch(() => undefined))
      if (!path || !found) throw notFound('Tệp chưa có, hoặc đã được dọn sau một ngày. Hãy xuất lại.')

      return reply
        .type(types[job.fileName?.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${job.fileName}"`)
        .header('content-length', found.size)
        .header('cache-control', 'private, no-store')
        .send(createReadStream(path))
    },
  )
}
