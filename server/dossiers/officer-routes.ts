import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { dossierView } from '#shared/dossiers/dossier-view.ts'
import {
  acceptInput,
  agencyCheckInput,
  agencyResultInput,
  changeVariantInput,
  counterWithdrawalInput,
  decideInput,
  extendInput,
  handOverCodeView,
  handOverInput,
  proposeInput,
  recordPaymentInput,
  refuseInput,
  releaseInput,
  requestPaymentInput,
  requestSupplementInput,
} from '#shared/dossiers/step-schemas.ts'
import { transferInput } from '#shared/dossiers/transfer-schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { notFound, refusals } from '../platform/problem.ts'
import { tagVersion, versionOf } from '../platform/versions.ts'
import { acceptDossier } from './accept-dossier.ts'
import { beginAgencyCheck, endAgencyCheck } from './agency-checks.ts'
import { orStale, type Target } from './change-dossier.ts'
import { changeVariant } from './change-variant.ts'
import { claimDossier } from './claim-dossier.ts'
import { decideDossier } from './decide-dossier.ts'
import { extendDossier } from './extend-dossier.ts'
import { handOver } from './hand-over.ts'
import { sendHandOverCode } from './hand-over-code.ts'
import { recordPayment, requestPayment } from './payments.ts'
import { proposeDecision } from './propose-decision.ts'
import { readDossier } from './read-dossier.ts'
import { refuseDossier } from './refuse-dossier.ts'
import { releaseDossier } from './release-dossier.ts'
import { requestSupplement } from './request-supplement.ts'
import { transferDossier } from './transfer-dossier.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

const codeParams = z.strictObject({ code: z.string().check(z.maxLength(40)) })
const answered = { 200: dossierView, ...refusals }
const created = { 201: dossierView, ...refusals }

/** The steps that officers and heads of units take. Every one answers with the dossier as it then is. */
export const officerDossierRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const describe = (summary: string) => ({ tags: ['officer'], summary, params: codeParams })

  app.get(
    '/dossiers/:code',
    { schema: { ...describe('The whole dossier'), response: answered } },
    async (request, reply) => {
      const view = await readDossier(deps, staffFor(request, 'see_queue'), request.params.code)

      return tagVersion(reply, view.version).header('cache-control', 'private, no-store').send(view)
    },
  )

  app.put(
    '/dossiers/:code/claim',
    { schema: { ...describe('Take it into one’s hands; decided by the row lock'), response: answered } },
    async (request, reply) => step(deps, request, reply, (target) => claimDossier(deps, target)),
  )

  app.delete(
    '/dossiers/:code/claim',
    {
      schema: { ...describe('Give it back to the queue'), body: z.nullish(releaseInput), response: answered },
    },
    async (request, reply) =>
      step(deps, request, reply, (target) => releaseDossier(deps, target, request.body?.reason ?? null)),
  )

  app.put(
    '/dossiers/:code/acceptance',
    {
      schema: {
        ...describe('Accept: the papers are complete and the legal clock starts'),
        body: acceptInput,
        response: answered,
      },
    },
    async (request, reply) => step(deps, request, reply, (target) => acceptDossier(deps, target, request.body.variant)),
  )

  app.post(
    '/dossiers/:code/supplement-requests',
    {
      schema: {
        ...describe('Ask for what is missing, once and completely'),
        body: requestSupplementInput,
        response: created,
      },
    },
    async (request, reply) =>
      step(deps, request, reply.code(201), (target) => requestSupplement(deps, target, request.body), true),
  )

  app.put(
    '/dossiers/:code/refusal',
    {
      schema: { ...describe('Refuse with the exact clause'), body: refuseInput, response: answered },
    },
    async (request, reply) => step(deps, request, reply, (target) => refuseDossier(deps, target, request.body)),
  )

  app.put(
    '/dossiers/:code/proposal',
    {
      schema: { ...describe('Put the outcome before the head of the unit'), body: proposeInput, response: answered },
    },
    async (request, reply) => step(deps, request, reply, (target) => proposeDecision(deps, target, request.body)),
  )

  app.put(
    '/dossiers/:code/decision',
    {
      schema: {
        ...describe('Decide on a proposal: grant, refuse or send back'),
        body: decideInput,
        response: answered,
      },
    },
    async (request, reply) => step(deps, request, reply, (target) => decideDossier(deps, target, request.body)),
  )

  app.put(
    '/dossiers/:code/handover',
    {
      schema: { ...describe('The result reached the resident'), body: handOverInput, response: answered },
    },
    async (request, reply) => step(deps, request, reply, (target) => handOver(deps, target, request.body)),
  )

  app.post(
    '/dossiers/:code/handover-codes',
    {
      schema: {
        ...describe('Send a one-time password to the resident, by which the result is collected'),
        response: { 201: handOverCodeView, ...refusals },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await sendHandOverCode(deps, staffFor(request, 'see_queue'), request.params.code)),
  )

  app.put(
    '/dossiers/:code/variant',
    {
      schema: { ...describe('Choose another clock, with a reason'), body: changeVariantInput, response: answered },
    },
    async (request, reply) => step(deps, request, reply, (target) => changeVariant(deps, target, request.body)),
  )

  app.post(
    '/dossiers/:code/payment-requests',
    {
      schema: { ...describe('Wait for the fee'), body: requestPaymentInput, response: created },
    },
    async (request, reply) => step(deps, request, reply.code(201), (target) => requestPayment(deps, target), true),
  )

  app.put(
    '/dossiers/:code/payment',
    {
      schema: { ...describe('The fee was paid'), body: recordPaymentInput, response: answered },
    },
    async (request, reply) =>
      step(deps, request, reply, (target) =>
        recordPayment(deps, target, {
          amount: request.body.amount,
          method: request.body.method,
          reference: request.body.reference ?? null,
        }),
      ),
  )

  app.post(
    '/dossiers/:code/extensions',
    {
      schema: {
        ...describe('Send the letter of apology with a new date (form 04), once'),
        body: extendInput,
        response: created,
      },
    },
    async (request, reply) =>
      step(deps, request, reply.code(201), (target) => extendDossier(deps, target, request.body), true),
  )

  app.post(
    '/dossiers/:code/agency-checks',
    {
      schema: {
        ...describe('Another body checks something; its time is not the office’s'),
        body: agencyCheckInput,
        response: created,
      },
    },
    async (request, reply) =>
      step(deps, request, reply.code(201), (target) => beginAgencyCheck(deps, target, request.body), true),
  )

  app.put(
    '/dossiers/:code/agency-checks/current/result',
    {
      schema: { ...describe('The other body has answered'), body: agencyResultInput, response: answered },
    },
    async (request, reply) =>
      step(deps, request, reply, (target) => endAgencyCheck(deps, target, request.body.result ?? null)),
  )

  app.put(
    '/dossiers/:code/counter-withdrawal',
    {
      schema: {
        ...describe('The resident takes the request back at the counter'),
        body: counterWithdrawalInput,
        response: answered,
      },
    },
    async (request, reply) =>
      step(deps, request, reply, (target) => withdrawDossier(deps, target, request.body.reason)),
  )

  app.post(
    '/dossiers/:code/transfers',
    {
      schema: {
        ...describe('Send it to the commune it belongs to; afterwards it is no longer this unit’s to see'),
        body: transferInput,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const target = targetOf(request, true)
      await orStale(transferDossier(deps, target, request.body), () =>
        readDossier(deps, target.actor, request.params.code),
      )

      return reply.code(204).send(null)
    },
  )
}

type StaffTarget = Target & { actor: StaffActor; dossier: { code: string } }

function targetOf(request: FastifyRequest, keyNeeded = false): StaffTarget {
  const actor = staffFor(request, 'see_queue')
  const { code } = request.params as z.infer<typeof codeParams>
  if (!/^[A-Z0-9.-]+$/.test(code)) throw notFound()

  return {
    actor,
    dossier: { code },
    ifMatch: versionOf(request),
    keyed: keyOf(request, `account:${actor.accountId}`, keyNeeded),
  }
}

/** Takes a step and answers with the dossier as it then is; a stale version gets it too, with 412. */
async function step(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  take: (target: StaffTarget) => Promise<string>,
  keyNeeded = false,
) {
  const target = targetOf(request, keyNeeded)
  const present = () => readDossier(deps, target.actor, target.dossier.code)
  await orStale(take(target), present)
  const view = await present()

  return tagVersion(reply, view.version).send(view)
}
