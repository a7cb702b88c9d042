import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieNames } from '../accounts/actor.ts'
import type { Sessions } from '../accounts/sessions.ts'
import type { Deps } from '../platform/deps.ts'
import { openEventStream } from '../platform/event-stream.ts'

/** The session is asked again each time, so that a revoked one stops within this. */
const keepAliveMs = 15_000

/** Tells an officer's browser that a unit's desk changed: `{ unit, version }`. */
export function openStream(deps: Deps, sessions: Sessions, request: FastifyRequest, reply: FastifyReply): void {
  const watched = new Set(request.staff?.units)
  const token = request.cookies[cookieNames(deps).session] ?? ''
  openEventStream(deps, reply, {
    keepAliveMs,
    onHint(hint, tell) {
      for (const unit of hint === '*' ? watched : [hint])
        if (watched.has(unit)) tell('desk', { unit, version: deps.wake.versionOf(unit) ?? null })
    },
    mayGoOn: async () => (await sessions.find(token)) !== undefined,
  })
}
