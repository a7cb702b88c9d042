import multipart from '@fastify/multipart'
import { and, eq } from 'drizzle-orm'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { archiveRecordFiles } from '#db/schema/archive.ts'
import { recordInput, recordView } from '#shared/archive/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import { multipartLimits, receiveOneFile } from '../papers/one-file.ts'
import { receiveFile } from '../papers/receive-upload.ts'
import { sendPaper } from '../papers/send-paper.ts'
import { fileAnswer } from '../platform/answers.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { addRecord, addScan } from './add-record.ts'
import { findRecord, readRecord } from './read-record.ts'

const idParams = z.strictObject({ id: z.uuid() })

/** Old files on paper: entered, scanned, read. Multipart is understood inside this plugin only. */
export const archiveRecordRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  await app.register(multipart, { limits: multipartLimits })
  const tags = ['archive']

  app.post(
    '/archive/records',
    {
      schema: {
        tags,
        summary: 'Enter an old paper file, alone or with the ended dossier that it belongs to',
        body: recordInput,
        response: { 201: recordView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'keep_archive')
      const keyed = keyOf(request, `account:${actor.accountId}`, true)

      return reply.code(201).send(await addRecord(deps, actor, request.body, keyed))
    },
  )

  app.get(
    '/archive/records/:id',
    {
      schema: {
        tags,
        summary: 'A paper file with its scans',
        params: idParams,
        response: { 200: recordView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_archive')
      reply.header('cache-control', 'private, no-store')

      return withTx(deps.pool, { units: actor.units }, (tx) => readRecord(tx, request.params.id))
    },
  )

  app.post(
    '/archive/records/:id/files',
    {
      schema: {
        tags,
        summary: 'Add one scan: multipart/form-data with one JPEG, PNG, WebP or PDF of at most 10 MB',
        consumes: ['multipart/form-data'],
        params: idParams,
        response: { 201: recordView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'keep_archive')
      await withTx(deps.pool, { units: actor.units }, (tx) => findRecord(tx, request.params.id))
      const received = await receiveOneFile(
        request,
        (file) => receiveFile(deps, file),
        ({ id }) => deps.store.removeQuarantined(id),
      )

      return reply.code(201).send(await addScan(deps, actor, request.params.id, received))
    },
  )

  app.get(
    '/archive/records/:id/files/:number',
    {
      schema: {
        tags,
        summary: 'One scan',
        params: z.strictObject({ id: z.uuid(), number: z.coerce.number().check(z.int(), z.minimum(1)) }),
        querystring: z.strictObject({ inline: z.optional(z.literal('1')) }),
        response: { 200: fileAnswer('application/octet-stream', 'The scan'), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_archive')
      const { id, number } = request.params
      const file = await withTx(deps.pool, { units: actor.units }, async (tx) => {
        const [row] = await tx
          .select()
          .from(archiveRecordFiles)
          .where(and(eq(archiveRecordFiles.recordId, id), eq(archiveRecordFiles.number, number)))

        return row
      })
      if (!file) throw notFound('Không có trang quét này, hoặc nó không thuộc quyền xem của bạn.')

      return sendPaper(
        deps,
        reply,
        { id, kind: `scan-${number}`, status: 'clean', storedSha256: file.sha256, storedType: file.type },
        { inline: request.query.inline === '1' },
      )
    },
  )
}
