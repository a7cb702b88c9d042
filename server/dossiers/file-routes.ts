import { and, eq } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { documents, dossiers } from '#db/schema/dossiers.ts'
import { papers, uploads } from '#db/schema/papers.ts'
import { paperLengthView } from '#shared/papers/schemas.ts'
import { countPages } from '../papers/count-pages.ts'
import { type PaperToSend, sendPaper } from '../papers/send-paper.ts'
import { fileAnswer } from '../platform/answers.ts'
import { type Scope, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { provedDossier } from './proved-dossier.ts'
import { receiptFile } from './signed-receipt.ts'
import { declarationPdf, receiptPdf } from './slips.ts'

const code = z.string().check(z.maxLength(40))
const fileParams = z.strictObject({ code, id: z.uuid() })
const inlineQuery = z.strictObject({ inline: z.optional(z.literal('1')) })

/** Papers, slips and results: for staff of the unit, or for whoever proved the tracking key. */
export const dossierFileRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/dossiers/:code/papers/:id',
    {
      schema: {
        tags: ['files'],
        summary: 'A paper that was found clean, as an attachment',
        params: fileParams,
        querystring: inlineQuery,
        response: { 200: fileAnswer('application/octet-stream', 'The paper'), ...refusals },
      },
    },
    async (request, reply) =>
      sendPaper(deps, reply, await findPaper(deps, request, request.params), { inline: request.query.inline === '1' }),
  )

  app.get(
    '/dossiers/:code/papers/:id/length',
    {
      schema: {
        tags: ['files'],
        summary: 'How many pages a paper has',
        params: fileParams,
        response: { 200: paperLengthView, ...refusals },
      },
    },
    async (request) => ({ pages: await countPages(deps, await findPaper(deps, request, request.params)) }),
  )

  app.get(
    '/dossiers/:code/documents/:id',
    {
      schema: {
        tags: ['files'],
        summary: 'A slip or result as PDF',
        params: fileParams,
        response: { 200: fileAnswer('application/pdf', 'The document'), ...refusals },
      },
    },
    async (request, reply) => {
      const scope = await scopeOf(deps, request, request.params.code)
      const document = await withTx(deps.pool, scope, async (tx) => {
        const [row] = await tx
          .select({ form: documents.form, sha256: documents.sha256, bytes: documents.bytes })
          .from(documents)
          .innerJoin(dossiers, eq(dossiers.id, documents.dossierId))
          .where(and(eq(documents.id, request.params.id), eq(dossiers.code, request.params.code)))

        return row
      })
      const file = document && (await deps.store.read(document.sha256))
      if (!document || !file) throw notFound('Không có giấy này trong hồ sơ.')

      return reply
        .type('application/pdf')
        .headers({
          'content-disposition': `attachment; filename="${document.form}-${request.params.code}.pdf"`,
          'content-length': file.bytes,
          'content-security-policy': `sandbox; default-src 'none'`,
          'cache-control': 'private, no-store',
        })
        .send(file.stream)
    },
  )

  app.get(
    '/dossiers/:code/receipt.pdf',
    {
      schema: {
        tags: ['files'],
        summary: 'The receipt of what was filed, with the hash of each file',
        params: z.strictObject({ code }),
        response: { 200: fileAnswer('application/pdf', 'The receipt'), ...refusals },
      },
    },
    async (request, reply) => {
      const id = await provedDossier(deps, request, request.params.code)
      const pdf = await receiptPdf(deps, id, deps.config.origin ?? `${request.protocol}://${request.host}`)

      return sendPdf(reply, `bien-nhan-${request.params.code}`, pdf)
    },
  )

  app.get(
    '/dossiers/:code/receipt.json',
    {
      schema: {
        tags: ['files'],
        summary: 'The receipt as a program reads it: every answer, the hash of each file, and the desk’s signature',
        params: z.strictObject({ code }),
        response: { 200: fileAnswer('application/json', 'The signed receipt'), ...refusals },
      },
    },
    async (request, reply) => {
      const id = await provedDossier(deps, request, request.params.code)

      return reply
        .type('application/json; charset=utf-8')
        .headers({
          'content-disposition': `attachment; filename="bien-nhan-${request.params.code}.json"`,
          'cache-control': 'private, no-store',
        })
        .send(await receiptFile(deps, id))
    },
  )

  app.get(
    '/dossiers/:code/declaration.pdf',
    {
      schema: {
        tags: ['files'],
        summary: 'CT01, generated from the answers',
        params: z.strictObject({ code }),
        response: { 200: fileAnswer('application/pdf', 'CT01'), ...refusals },
      },
    },
    async (request, reply) => {
      const scope = await scopeOf(deps, request, request.params.code)
      const pdf = await withTx(deps.pool, scope, (tx) => declarationPdf(deps, tx, request.params.code))
      if (!pdf) throw notFound('Thủ tục này không có tờ khai CT01.')

      return sendPdf(reply, `CT01-${request.params.code}`, pdf)
    },
  )
}

/** A PDF that is made for whoever asks, with nothing in it that may run. */
function sendPdf(reply: FastifyReply, name: string, pdf: Buffer): FastifyReply {
  return reply
    .type('application/pdf')
    .headers({
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'content-security-policy': `sandbox; default-src 'none'`,
      'cache-control': 'private, no-store',
    })
    .send(pdf)
}

/** A paper of a dossier that this person may see. */
async function findPaper(
  deps: Deps,
  request: FastifyRequest,
  { code: dossierCode, id }: z.output<typeof fileParams>,
): Promise<PaperToSend> {
  const scope = await scopeOf(deps, request, dossierCode)
  const [paper] = await withTx(deps.pool, scope, (tx) =>
    tx
      .select({
        id: uploads.id,
        kind: papers.kind,
        status: uploads.status,
        storedSha256: uploads.storedSha256,
        storedType: uploads.storedType,
      })
      .from(papers)
      .innerJoin(dossiers, eq(dossiers.id, papers.dossierId))
      .innerJoin(uploads, eq(uploads.id, papers.id))
      .where(and(eq(papers.id, id), eq(dossiers.code, dossierCode))),
  )
  if (!paper) throw notFound('Không có giấy tờ này trong hồ sơ.')

  return paper
}

/** Staff see by their posting, a resident by the proved key. */
async function scopeOf(deps: Deps, request: FastifyRequest, dossierCode: string): Promise<Scope> {
  if (request.staff && request.staff.units.length > 0) return { units: request.staff.units }

  return { dossier: await provedDossier(deps, request, dossierCode) }
}
