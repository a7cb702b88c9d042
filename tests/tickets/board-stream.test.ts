import { EventEmitter } from 'node:events'
import type { FastifyReply } from 'fastify'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openEventStream } from '#server/platform/event-stream.ts'
import { openMetrics } from '#server/platform/metrics.ts'
import { openBoardStreams } from '#server/tickets/board-stream.ts'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { take } from './support.ts'

let desk: TestDesk
let address: string
const televisions: AbortController[] = []
beforeAll(async () => {
  desk = await testDesk()
  desk.clock.set('2026-11-23T08:05:00+07:00')
  address = await desk.listen()
})
afterEach(() => {
  vi.useRealTimers()
  for (const television of televisions.splice(0)) television.abort()
})
afterAll(() => desk[Symbol.asyncDispose]())

function watch(unit: string) {
  const television = new AbortController()
  televisions.push(television)

  return fetch(`${address}/api/units/${unit}/board/stream`, { signal: television.signal })
}

/** What was heard, up to and with this. */
async function heardUntil(answer: Response, words: string): Promise<string> {
  let heard = ''
  for await (const chunk of answer.body ?? []) {
    heard += Buffer.from(chunk).toString()
    if (heard.includes(words)) return heard
  }
  throw new Error(`the stream ended after: ${heard}`)
}

/** A browser that listens, without a network between: what it was sent, and a way to leave. */
function listener() {
  const raw = Object.assign(new EventEmitter(), {
    sent: '',
    isEnded: false,
    writeHead: () => raw,
    write(text: string) {
      raw.sent += text

      return true
    },
    end() {
      raw.isEnded = true
      raw.emit('close')
    },
  })

  return { raw, reply: { hijack: () => undefined, raw } as unknown as FastifyReply }
}

/** Hints as the database sends them, by hand. */
function wakeByHand() {
  const listeners = new Set<(hint: string) => void>()
  const wake = {
    send: () => undefined,
    onHint: (tell: (hint: string) => void) => {
      listeners.add(tell)

      return () => listeners.delete(tell)
    },
    versionOf: () => undefined,
    close: async () => undefined,
  }

  return {
    deps: { wake, metrics: openMetrics() },
    listeners,
    hint: (hint: string) => [...listeners].map((tell) => tell(hint)),
  }
}

test('a television that watches a unit hears that its board changed when a number is taken, and nothing of whose', async () => {
  const answer = await watch(toanLuu)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  await take(desk)

  expect(await heardUntil(answer, 'event:')).toBe('retry: 2000\n\nevent: board\ndata: {}\n\n')
})

test('a unit that does not exist has no stream', async () => {
  expect((await watch('99999')).status).toBe(404)
})

test('another unit’s changes are not told; that anything may have changed is told to all', () => {
  const { deps, hint } = wakeByHand()
  const [open, here, there] = [openBoardStreams(deps), listener(), listener()]
  open(toanLuu, here.reply)
  open(thanhSen, there.reply)

  hint(toanLuu)
  expect([here, there].map(({ raw }) => raw.sent.includes('event: board'))).toEqual([true, false])
  hint('*')
  expect(there.raw.sent).toContain('event: board')
})

test('more televisions than a unit can have are told to ask by themselves, until one goes', () => {
  const { deps, listeners } = wakeByHand()
  const open = openBoardStreams(deps)
  const watching = Array.from({ length: 20 }, listener)
  expect(watching.map(({ reply }) => open(toanLuu, reply))).toEqual(Array(20).fill(true))
  expect(open(toanLuu, listener().reply)).toBe(false)
  expect(open(thanhSen, listener().reply)).toBe(true)

  watching[0]?.raw.emit('close')
  expect(listeners.size).toBe(20)
  expect(open(toanLuu, listener().reply)).toBe(true)
})

test('a stream shows signs of life, ends when it may not go on, and at the latest after fifteen minutes', async () => {
  vi.useFakeTimers()
  const { deps, listeners } = wakeByHand()
  const [kept, revoked] = [listener(), listener()]
  let isRevoked = false
  openEventStream(deps, kept.reply, { keepAliveMs: 15_000, onHint: () => undefined })
  openEventStream(deps, revoked.reply, {
    keepAliveMs: 15_000,
    onHint: () => undefined,
    mayGoOn: async () => !isRevoked,
  })

  await vi.advanceTimersByTimeAsync(15_000)
  expect([kept, revoked].map(({ raw }) => raw.sent.includes(': still here'))).toEqual([true, true])
  isRevoked = true
  await vi.advanceTimersByTimeAsync(15_000)
  expect([kept.raw.isEnded, revoked.raw.isEnded]).toEqual([false, true])
  await vi.advanceTimersByTimeAsync(15 * 60_000)
  expect(kept.raw.isEnded).toBe(true)
  expect(listeners.size).toBe(0)
})
