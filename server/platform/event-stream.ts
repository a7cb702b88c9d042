import type { FastifyReply } from 'fastify'
import type { Deps } from './deps.ts'

/** The browser comes again by itself after this, with the rights of that moment. */
const longestMs = 15 * 60_000

/** What a stream tells, and when it ends before its time. */
export interface EventStreamOptions {
  /** Proxies close what is silent for longer. */
  keepAliveMs: number
  /** A hint that something changed (`*`: anything may have); `tell` sends an event with its data as JSON. */
  onHint(hint: string, tell: (event: string, data: unknown) => void): void
  /** Asked at each sign of life; without it the stream goes on to its end. */
  mayGoOn?(): Promise<boolean>
  onClose?(): void
}

/**
 * Answers with server-sent events for as long as the browser listens, fifteen minutes at most. They say that something
 * changed and nothing of people: the browser fetches what changed with its own rights.
 */
export function openEventStream(
  { wake, metrics }: Pick<Deps, 'wake' | 'metrics'>,
  reply: FastifyReply,
  { keepAliveMs, onHint, mayGoOn = async () => true, onClose }: EventStreamOptions,
): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  raw.write('retry: 2000\n\n')
  metrics.streams.inc()

  const tell = (event: string, data: unknown) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const stopListening = wake.onHint((hint) => onHint(hint, tell))
  const keepAlive = setInterval(() => {
    mayGoOn()
      .then((may) => (may ? raw.write(': still here\n\n') : raw.end()))
      .catch(() => raw.end())
  }, keepAliveMs)
  const limit = setTimeout(() => raw.end(), longestMs)

  raw.on('close', () => {
    stopListening()
    clearInterval(keepAlive)
    clearTimeout(limit)
    metrics.streams.dec()
    onClose?.()
  })
}
