import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieNames } from '../accounts/actor.ts'
import type { Sessions } from '../accounts/sessions.ts'
import type { Deps } from '../platform/deps.ts'

/** Proxies close what is silent; and the session is asked again each time, so that a revoked one stops within this. */
const keepAliveMs = 15_000
/** Then the browser comes again by itself, with today's posting. */
const longestMs = 15 * 60_000

/**
 * Tells an officer's browser that a unit's desk changed, as server-sent events without any data of people:
 * `{ unit, version }`. The browser fetches what changed with its own rights.
 */
export function openStream(deps: Deps, sessions: Sessions, request: FastifyRequest, reply: FastifyReply): void {
  const watched = new Set(request.staff?.units)
  const token = request.cookies[cookieNames(deps).session] ?? ''
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  raw.write('retry: 2000\n\n')
  deps.metrics.streams.inc()

  const tell = (unit: string) =>
    raw.write(`event: desk\ndata: ${JSON.stringify({ unit, version: deps.wake.versionOf(unit) ?? null })}\n\n`)
  const stopListening = deps.wake.onHint((hint) => {
    if (hint === '*') for (const unit of watched) tell(unit)
    else if (watched.has(hint)) tell(hint)
  })
  const keepAlive = setInterval(() => {
    sessions
      .find(token)
      .then((actor) => (actor ? raw.write(': still here\n\n') : raw.end()))
      .catch(() => raw.end())
  }, keepAliveMs)
  const limit = setTimeout(() => raw.end(), longestMs)

  raw.on('close', () => {
    stopListening()
    clearInterval(keepAlive)
    clearTimeout(limit)
    deps.metrics.streams.dec()
  })
}
