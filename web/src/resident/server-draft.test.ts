import { beforeEach, expect, test, vi } from 'vitest'
import type { Problem } from '#shared/http/problem.ts'
import { Offline, Refused } from '#web/src/lib/http.ts'
import { type DraftStore, openDraft } from './draft.ts'
import { keepOnServer, type Send } from './server-draft.ts'

const expiresAt = '2026-12-08T00:00:00.000Z'
let kept: Map<string, string>
let store: DraftStore
/** What the server would answer, one after the other; the last answer is given again and again. */
let answers: ((body: { values: Record<string, unknown> }, ifMatch?: number) => unknown)[]
let requests: {
  method: string
  path: string
  body: { values: Record<string, unknown> }
  ifMatch?: number | undefined
}[]

const send = (async (method, path, { body, ifMatch } = {}) => {
  requests.push({ method, path, body: body as never, ifMatch })
  const answer = answers.length > 1 ? answers.shift() : answers[0]

  return answer?.(body as never, ifMatch)
}) as Send
const problem = (status: number, more: Partial<Problem> = {}) => {
  throw new Refused({ type: 'about:blank', title: 'x', status, ...more })
}

beforeEach(() => {
  vi.useFakeTimers()
  kept = new Map()
  store = openDraft('1.004194', {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  })
  requests = []
  answers = [(_body, ifMatch = 0) => ({ version: ifMatch + 1, expiresAt })]

  return () => vi.useRealTimers()
})

test('letters typed one after another are one request, and the next names the version of the last', async () => {
  keepOnServer('1.004194', store, send)
  for (const name of ['N', 'Ng', 'Ngu']) store.change({ values: { applicantName: name } })
  await vi.advanceTimersByTimeAsync(2_000)
  store.change({ values: { applicantName: 'Nguy' } })
  await vi.advanceTimersByTimeAsync(2_000)

  expect(requests.map(({ body, ifMatch }) => [body.values.applicantName, ifMatch])).toEqual([
    ['Ngu', undefined],
    ['Nguy', 1],
  ])
})

test('without a connection it says so; when it is back the same draft goes, not a second one', async () => {
  const server = keepOnServer('1.004194', store, send)
  answers = [
    () => {
      throw new Offline()
    },
  ]
  store.change({ values: { applicantName: 'Anh' } })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.state()).toBe('waiting')

  answers = [() => ({ version: 1, expiresAt })]
  await server.saveNow()

  expect(server.state()).toBe('kept')
  expect(new Set(requests.map(({ path }) => path)).size).toBe(1)
})

test('two tabs: what only the other has is taken in, what stands here stays on top', async () => {
  const server = keepOnServer('1.004194', store, send)
  const content = {
    procedure: '1.004194',
    values: { phone: '0912345678', applicantName: 'Cũ' },
    papers: [],
    key: store.get().key,
  }
  answers = [() => problem(412, { current: { version: 7, content } }), () => ({ version: 8, expiresAt })]
  store.change({ values: { applicantName: 'Mới' } })
  await server.saveNow()

  expect(store.get().values).toEqual({ phone: '0912345678', applicantName: 'Mới' })
  expect(requests.at(-1)).toMatchObject({ ifMatch: 7, body: { values: { phone: '0912345678' } } })
  expect(server.state()).toBe('kept')
})

test('taken over by another device, nothing is sent any more until the reader goes on here under a new key', async () => {
  const server = keepOnServer('1.004194', store, send)
  const { key } = store.get()
  answers = [() => problem(409, { type: 'urn:quay:held-by-another' }), () => ({ version: 1, expiresAt })]
  store.change({ values: { applicantName: 'Anh' } })
  await server.saveNow()
  expect(store.get().isMoved).toBe(true)
  store.change({ values: { applicantName: 'Anh Thư' } })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(requests).toHaveLength(1)

  server.goOnHere()
  await server.saveNow()

  expect(server.state()).toBe('kept')
  expect(store.get().key).not.toBe(key)
  expect(requests[1]?.path).not.toBe(requests[0]?.path)
})

test('a draft that ended on the server begins anew there, and nothing on the device is lost', async () => {
  const server = keepOnServer('1.004194', store, send)
  store.change({ values: { note: 'x' }, remote: { id: crypto.randomUUID(), key: 'a'.repeat(64), version: 3 } })
  answers = [() => problem(404), () => ({ version: 1, expiresAt })]
  await server.saveNow()

  expect(server.state()).toBe('kept')
  expect(requests[1]?.ifMatch).toBeUndefined()
  expect(store.get().values).toEqual({ note: 'x' })
})
