import { eq } from 'drizzle-orm'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { archiveDisposals } from '#db/schema/archive.ts'
import {
  archiveQuery,
  archiveView,
  disposalDecision,
  disposalInput,
  disposalsView,
  disposalView,
} from '#shared/archive/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import { fileAnswer } from '../platform/answers.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { decideDisposal } from './decide-disposal.ts'
import { exportPackage } from './export-package.ts'
import { listDisposals } from './list-disposals.ts'
import { proposeDisposal } from './propose-disposal.ts'
import { readStored } from './read-stored.ts'
import { searchArchive } from './search-archive.ts'

const idParams = z.strictObject({ id: z.uuid() })

/** Sealed dossiers: found, taken out as packages, and disposed of by lists that two people put their names to. */
export const archiveRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ['archive']

  app.get(
    '/archive',
    {
      schema: {
        tags,
        summary: 'Sealed dossiers and scanned paper files, by code, name or title, and year',
        querystring: archiveQuery,
        response: { 200: archiveView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return searchArchive(deps, staffFor(request, 'see_archive'), request.query)
    },
  )

  app.get(
    '/archive/dossiers/:code/package.zip',
    {
      schema: {
        tags,
        summary: 'A sealed dossier with its signed manifest, for `desk verify-archive`',
        params: z.strictObject({ code: z.string().check(z.maxLength(40)) }),
        response: { 200: fileAnswer('application/zip', 'The package'), ...refusals },
      },
    },
    async (request, reply) => {
      const { code } = request.params

      return sendFile(
        reply,
        { name: `luu-tru-${code}.zip`, type: 'application/zip' },
        await exportPackage(deps, staffFor(request, 'keep_archive'), code),
      )
    },
  )

  app.get(
    '/archive/disposals',
    {
      schema: { tags, summary: 'Lists of what need no longer be kept', response: { 200: disposalsView, ...refusals } },
    },
    async (request) => ({ items: await listDisposals(deps, staffFor(request, 'see_archive')) }),
  )

  app.post(
    '/archive/disposals',
    {
      schema: {
        tags,
        summary: 'Put dossiers whose time is over on a list, for another person to sign',
        body: disposalInput,
        response: { 201: disposalView, ...refusals },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await proposeDisposal(deps, staffFor(request, 'keep_archive'), request.body)),
  )

  app.put(
    '/archive/disposals/:id/decision',
    {
      schema: {
        tags,
        summary: 'Sign a list, which erases what its dossiers held, or reject it; not by whoever proposed it',
        params: idParams,
        body: disposalDecision,
        response: { 200: disposalView, ...refusals },
      },
    },
    async (request) => decideDisposal(deps, staffFor(request, 'sign_disposal'), request.params.id, request.body),
  )

  app.get(
    '/archive/disposals/:id/list.pdf',
    {
      schema: {
        tags,
        summary: 'The signed list',
        params: idParams,
        response: { 200: fileAnswer('application/pdf', 'The list with its digital signature'), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_archive')
      const list = await withTx(deps.pool, { units: actor.units }, async (tx) => {
        const [row] = await tx.select().from(archiveDisposals).where(eq(archiveDisposals.id, request.params.id))

        return row
      })
      if (!list?.documentSha256) throw notFound('Danh mục này chưa được ký, hoặc không thuộc quyền xem của bạn.')

      return sendFile(
        reply,
        { name: `danh-muc-huy-${list.number}.pdf`, type: 'application/pdf' },
        await readStored(deps.store, list.documentSha256),
      )
    },
  )
}

/** A file as a download in which nothing may run. */
function sendFile(reply: FastifyReply, { name, type }: { name: string; type: string }, bytes: Buffer): FastifyReply {
  return reply
    .type(type)
    .headers({
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': `sandbox; default-src 'none'`,
      'cache-control': 'private, no-store',
    })
    .send(bytes)
}
