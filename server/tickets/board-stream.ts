import type { FastifyReply } from 'fastify'
import type { Deps } from '../platform/deps.ts'

const keepAliveMs = 20_000
const longestMs = 15 * 60_000
/** A unit has one television or two; whoever is refused finds the same by asking again every few seconds. */
const mostPerUnit = 20

/** Tells boards that something changed, and nothing of what: the board asks. Returns false when a unit has too many. */
export function openBoardStreams(deps: Pick<Deps, 'wake' | 'metrics'>) {
  const open = new Map<string, number>()

  return (unit: string, reply: FastifyReply): boolean => {
    const before = open.get(unit) ?? 0
    if (before >= mostPerUnit) return false
    open.set(unit, before + 1)
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
    const stopListening = deps.wake.onHint((hint) => {
      if (hint === unit || hint === '*') raw.write('event: board\ndata: {}\n\n')
    })
    const keepAlive = setInterval(() => raw.write(': still here\n\n'), keepAliveMs)
    const limit = setTimeout(() => raw.end(), longestMs)
    raw.on('close', () => {
      stopListening()
      clearInterval(keepAlive)
      clearTimeout(limit)
      deps.metrics.streams.dec()
      open.set(unit, (open.get(unit) ?? 1) - 1)
    })

    return true
  }
}
