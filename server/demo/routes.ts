import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { demoView, moveClockInput } from '#shared/demo/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { staffFor } from '../accounts/actor.ts'
import { demoAccounts, demoPassword } from '../accounts/demo-accounts.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, refusals } from '../platform/problem.ts'

/** Only outside production: who may sign in, and the clock that `simulate` drives. In production these paths do not exist. */
export const demoRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const view = () => ({
    demo: true,
    now: deps.now(),
    aheadMs: deps.clock.aheadMs(),
    password: demoPassword,
    accounts: demoAccounts(deps.reference.units()).map(({ username, name, role }) => ({ username, name, role })),
  })

  app.get(
    '/demo',
    {
      schema: {
        tags: ['demo'],
        summary: 'What a demonstration offers: accounts and clock',
        response: { 200: demoView, ...refusals },
      },
    },
    async () => view(),
  )

  app.put(
    '/demo/clock',
    {
      schema: {
        tags: ['demo'],
        summary: 'Move the demonstration’s clock forward',
        body: moveClockInput,
        response: { 200: demoView, ...refusals },
      },
    },
    async (request) => {
      staffFor(request, 'set_demo_clock')
      if (!(await deps.clock.moveTo(request.body.now))) {
        throw conflict(problemTypes.notAllowedInState, 'Đồng hồ mô phỏng chỉ đi tới, không lùi lại được.')
      }

      return view()
    },
  )

  app.get(
    '/demo/clock',
    {
      schema: {
        tags: ['demo'],
        summary: 'The demonstration’s clock',
        response: { 200: z.pick(demoView, { demo: true, now: true, aheadMs: true }), ...refusals },
      },
    },
    async () => ({ demo: true, now: deps.now(), aheadMs: deps.clock.aheadMs() }),
  )
}
