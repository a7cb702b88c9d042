import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { type AccountView, type SignInInput, sessionView, signInInput } from '#shared/accounts/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals, signInNeeded } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import { cookieNames, cookieOptions } from './actor.ts'
import type { Sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'

export const accountRoutes: FastifyPluginAsyncZod<{ deps: Deps; sessions: Sessions }> = async (
  app,
  { deps, sessions },
) => {
  app.post(
    '/session',
    {
      // By name besides address: a whole station may share one address, and each account has its own waits anyway.
      config: { rateLimit: { max: 20, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: signInKey } },
      schema: {
        tags: ['session'],
        summary: 'Sign in; answers 201 and a cookie',
        body: signInInput,
        response: { 201: sessionView, ...refusals },
      },
    },
    async (request, reply) => {
      const token = await signIn(deps, sessions, request.body)
      const actor = await sessions.find(token)
      if (!actor) throw signInNeeded()
      reply.setCookie(cookieNames(deps).session, token, cookieOptions(deps))

      return reply.code(201).send({ account: toAccountView(deps, actor) })
    },
  )

  app.get(
    '/session',
    {
      schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: sessionView, ...refusals } },
    },
    async (request) => {
      if (!request.staff) throw signInNeeded()

      return { account: toAccountView(deps, request.staff) }
    },
  )

  app.delete(
    '/session',
    {
      schema: { tags: ['session'], summary: 'Sign out', response: { 204: z.null(), ...refusals } },
    },
    async (request, reply) => {
      const token = request.cookies[cookieNames(deps).session]
      if (token) await sessions.close(token)
      reply.clearCookie(cookieNames(deps).session, cookieOptions(deps))

      return reply.code(204).send(null)
    },
  )
}

const signInKey = (request: FastifyRequest) => `${request.ip} ${(request.body as SignInInput).username}`

function toAccountView({ config, reference }: Deps, actor: StaffActor): AccountView {
  return {
    username: actor.username,
    name: actor.name,
    role: actor.role,
    unit:
      actor.unit === province.code
        ? { code: province.code, name: `Tỉnh ${province.name}` }
        : { code: actor.unit, name: `${reference.unitName(actor.unit).type} ${reference.unitName(actor.unit).name}` },
    demo: !config.isProduction,
  }
}
