import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from './deps.ts'

/** More than this between the process's clock and PostgreSQL's, and dates could be wrong: not ready. */
const clockSkewMs = 2_000

/** For whoever runs the desk: alive, ready, measured. Redis is no part of readiness, since filing goes on without it. */
export const healthRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const state = await readiness(deps)

    return reply.code(state.status === 'ready' ? 200 : 503).send(state)
  })

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics()),
  )
}

async function readiness({ pool }: Pick<Deps, 'pool'>): Promise<{ status: 'ready' | 'not ready'; why?: string }> {
  try {
    const before = Date.now()
    const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now')
    const middle = (before + Date.now()) / 2
    const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - middle)
    if (skew > clockSkewMs)
      return { status: 'not ready', why: `the clock differs from the database's by ${Math.round(skew)} ms` }

    return { status: 'ready' }
  } catch {
    return { status: 'not ready', why: 'the database does not answer' }
  }
}
