import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { uploadView } from '#shared/papers/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { multipartLimits, receiveOneFile } from './one-file.ts'
import { findUpload, receiveFile, refuseBusySender, storeUpload } from './receive-upload.ts'

type Needs = Pick<Deps, 'pool' | 'store' | 'wake' | 'now'>

/** Needs `request.sender`. Multipart is understood inside this plugin only: elsewhere it stays an unknown body (415). */
export const paperRoutes: FastifyPluginAsyncZod<{ deps: Needs }> = async (app, { deps }) => {
  // Streams only: attachFieldsToBody and saveRequestFiles trust what a body says of itself (CVE-2026-124289).
  await app.register(multipart, { limits: multipartLimits })

  app.post(
    '/uploads',
    {
      // By address: a browser may throw its cookie away, and with it the quota of its sender.
      config: { rateLimit: { max: 240, timeWindow: '1 minute' } },
      schema: {
        tags: ['papers'],
        summary:
          'Send one file: multipart/form-data with one file field of any name; JPEG, PNG, WebP or PDF, at most 10 MB',
        consumes: ['multipart/form-data'],
        response: { 201: uploadView, ...refusals },
      },
    },
    async (request, reply) => {
      await refuseBusySender(deps, request.sender)
      const received = await receiveOneFile(
        request,
        (file) => receiveFile(deps, file),
        ({ id }) => deps.store.removeQuarantined(id),
      )

      return reply.code(201).send(await storeUpload(deps, request.sender, received))
    },
  )

  app.get(
    '/uploads/:id',
    {
      schema: {
        tags: ['papers'],
        summary: 'What was received under this id, with its hash; only for its sender',
        params: z.strictObject({ id: z.uuid() }),
        response: { 200: uploadView, ...refusals },
      },
    },
    async (request) => {
      const received = await findUpload(deps, request.sender, request.params.id)
      if (!received) throw notFound('Quầy chưa nhận đủ tệp này.')

      return received
    },
  )
}
