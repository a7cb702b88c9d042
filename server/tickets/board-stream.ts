import type { FastifyReply } from 'fastify'
import type { Deps } from '../platform/deps.ts'
import { openEventStream } from '../platform/event-stream.ts'

const keepAliveMs = 20_000
/** A unit has one television or two; whoever is refused finds the same by asking again every few seconds. */
const mostPerUnit = 20

/** Tells boards that something changed, and nothing of what: the board asks. Returns false when a unit has too many. */
export function openBoardStreams(deps: Pick<Deps, 'wake' | 'metrics'>) {
  const open = new Map<string, number>()

  return (unit: string, reply: FastifyReply): boolean => {
    const before = open.get(unit) ?? 0
    if (before >= mostPerUnit) return false
    open.set(unit, before + 1)
    openEventStream(deps, reply, {
      keepAliveMs,
      onHint(hint, tell) {
        if (hint === unit || hint === '*') tell('board', {})
      },
      onClose: () => open.set(unit, (open.get(unit) ?? 1) - 1),
    })

    return true
  }
}
