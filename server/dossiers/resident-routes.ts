import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { findVariant, termOf } from '#shared/catalogue/variant.ts'
import {
  answerSupplementInput,
  rateInput,
  routingPreviewInput,
  routingPreviewView,
  type SubmittedView,
  submitDossierInput,
  submittedView,
  trackingView,
  withdrawInput,
} from '#shared/dossiers/schemas.ts'
import { reusablePapersQuery, reusablePapersView } from '#shared/papers/reuse-schemas.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { trackingKeyOf } from '../platform/tracking-key.ts'
import { tagVersion, versionOf } from '../platform/versions.ts'
import { answerSupplement } from './answer-supplement.ts'
import { orStale } from './change-dossier.ts'
import { receiptOf } from './dossier-parts.ts'
import { previewRouting } from './preview-routing.ts'
import { provedDossier } from './proved-dossier.ts'
import { rateDossier } from './rate-dossier.ts'
import { listReusablePapers } from './reuse-papers.ts'
import { type Filed, submitDossier } from './submit-dossier.ts'
import { trackDossier } from './track-dossier.ts'
import { rememberedDossiers, type Tracked } from './tracking-cookie.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

const codeParams = z.strictObject({ code: z.string().check(z.maxLength(40)) })

/** What a resident does without an account: ask, file, track, mend, withdraw, rate. */
export const residentDossierRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.post(
    '/routing-previews',
    {
      schema: {
        tags: ['filing'],
        summary: 'Who would receive this filing and why, by when, and for what fee',
        body: routingPreviewInput,
        response: { 200: routingPreviewView, ...refusals },
      },
    },
    async (request) => previewRouting(deps, request.body),
  )

  app.post(
    '/dossiers',
    {
      schema: {
        tags: ['filing'],
        summary: 'File a dossier; needs Idempotency-Key, and answers 201 only after it is stored',
        body: submitDossierInput,
        response: { 201: submittedView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = request.staff ?? { kind: 'resident' as const, sender: request.sender }
      const keyed = keyOf(request, request.sender, true)
      const from = { sender: request.sender, proved: provedBy(deps, request) }
      const view = submittedOf(deps, await submitDossier(deps, actor, from, keyed, request.body))

      return reply.code(201).header('location', `/api/dossiers/${view.code}`).send(view)
    },
  )

  app.get(
    '/reusable-papers',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        tags: ['filing'],
        summary:
          'Papers of earlier dossiers, opened in this browser with both codes in the last half hour, that this procedure may use again',
        querystring: reusablePapersQuery,
        response: { 200: reusablePapersView, ...refusals },
      },
    },
    async (request, reply) =>
      reply
        .header('cache-control', 'private, no-store')
        .send(await listReusablePapers(deps, provedBy(deps, request), request.query.procedure)),
  )

  app.get(
    '/dossiers/:code/tracking',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        tags: ['tracking'],
        summary: 'Where the dossier stands; the tracking key travels in X-Tracking-Key, never in the address',
        params: codeParams,
        response: { 200: trackingView, ...refusals },
      },
    },
    async (request, reply) => {
      const view = await trackDossier(deps, await provedDossier(deps, request, request.params.code))

      return tagVersion(reply, view.version).header('cache-control', 'private, no-store').send(view)
    },
  )

  app.post(
    '/dossiers/:code/supplements',
    {
      schema: {
        tags: ['tracking'],
        summary: 'Send exactly what was asked for',
        params: codeParams,
        body: answerSupplementInput,
        response: { 201: trackingView, ...refusals },
      },
    },
    async (request, reply) => {
      const target = await residentTarget(deps, request)
      await orStale(answerSupplement(deps, target, request.sender, request.body), (id) => trackDossier(deps, id))

      return sendTracking(deps, reply.code(201), target.dossier.id)
    },
  )

  app.put(
    '/dossiers/:code/withdrawal',
    {
      schema: {
        tags: ['tracking'],
        summary: 'Take the request back',
        params: codeParams,
        body: withdrawInput,
        response: { 200: trackingView, ...refusals },
      },
    },
    async (request, reply) => {
      const target = await residentTarget(deps, request)
      await orStale(withdrawDossier(deps, target, request.body.reason?.trim() || null), (id) => trackDossier(deps, id))

      return sendTracking(deps, reply, target.dossier.id)
    },
  )

  app.put(
    '/dossiers/:code/rating',
    {
      schema: {
        tags: ['tracking'],
        summary: 'Rate the service, once',
        params: codeParams,
        body: rateInput,
        response: { 200: trackingView, ...refusals },
      },
    },
    async (request, reply) => {
      const target = await residentTarget(deps, request)
      await orStale(rateDossier(deps, target, request.body), (id) => trackDossier(deps, id))

      return sendTracking(deps, reply, target.dossier.id)
    },
  )
}

/** The earlier dossiers of whoever files. On an officer's screen nobody but the resident could agree to their use. */
const provedBy = (deps: Deps, request: FastifyRequest): Tracked[] =>
  request.staff ? [] : rememberedDossiers(deps, request)

async function residentTarget(deps: Deps, request: FastifyRequest) {
  const { code } = request.params as z.infer<typeof codeParams>
  const id = await provedDossier(deps, request, code)
  const keyed = keyOf(request, `dossier:${id}`, request.method === 'POST')

  return {
    actor: { kind: 'resident' as const, sender: request.sender },
    dossier: { id },
    ifMatch: versionOf(request),
    keyed,
  }
}

async function sendTracking(deps: Deps, reply: FastifyReply, dossierId: string) {
  const view = await trackDossier(deps, dossierId)

  return tagVersion(reply, view.version).send(view)
}

/** The answer to a filing, made from what is stored, so that a repeated one gets the same. */
function submittedOf(deps: Deps, { dossier, events }: Filed): SubmittedView {
  const [submit] = events
  if (submit?.action !== 'submit') throw new Error('a log begins with its filing')
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const term = termOf(procedure, findVariant(procedure, submit.data.variant)?.id)

  return {
    code: dossier.code,
    trackingKey: trackingKeyOf(deps.keys.hmac, dossier.id),
    state: dossier.state,
    unit: deps.reference.unitName(submit.data.unit),
    because: dossier.routing,
    expected: expectedDate(term, dossier.filedAt, deps.reference.calendarOf(submit.data.unit, dossier.filedAt)),
    receipt: receiptOf(deps, dossier, events),
  }
}
