import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { DeskRefusal, DeskUnreachable, openDeskClient, UnexpectedAnswer } from '#server/simulate/desk-client.ts'

let close: () => void = () => undefined
afterEach(() => close())

/** Something that answers each request by the next of these, and the last again and again. */
async function answering(...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)]
    seen.push(request)
    answer?.(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  close = () => {
    server.closeAllConnections()
    server.close()
  }

  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

const reply =
  (status: number, body: unknown, headers: Record<string, string | string[]> = {}) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

const answer = z.object({ ok: z.boolean() })

test('a desk that is out for a moment, or busy, is asked again with the same key', async () => {
  const { url, seen } = await answering(
    reply(503, {}),
    reply(429, {}, { 'retry-after': '0' }),
    (request) => request.destroy(),
    reply(200, { ok: true }),
  )
  const { browser } = openDeskClient(url)

  await expect(browser().send(answer, 'PUT', '/x', { body: {}, key: 'a-key-of-one' })).resolves.toEqual({ ok: true })
  expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(4).fill('a-key-of-one'))
})

test('a refusal is passed on at once, in the words of the problem and field by field', async () => {
  const detail = 'Có mục chưa đúng.'
  const errors = [{ pointer: '#/answers/phone', detail: 'Số này chưa đúng.' }]
  const { url, seen } = await answering(
    reply(422, { type: 'urn:quay:invalid-answers', title: 'x', status: 422, detail, errors }),
  )

  const refused = openDeskClient(url).browser().send(answer, 'POST', '/x', { body: {} })

  await expect(refused).rejects.toBeInstanceOf(DeskRefusal)
  await expect(refused).rejects.toThrow(
    `POST /x was refused with 422: ${detail}\n  #/answers/phone ${errors[0]?.detail}`,
  )
  expect(seen).toHaveLength(1)
})

test('who is told to come back in an hour is told so instead of waiting', async () => {
  const { url } = await answering(
    reply(429, { type: 'x', title: 'x', status: 429, detail: 'Mỗi giờ 60 tệp.' }, { 'retry-after': '3600' }),
  )

  await expect(openDeskClient(url).browser().send(answer, 'GET', '/x')).rejects.toThrow('Mỗi giờ 60 tệp.')
})

test('cookies are kept, and sent back by the browser that got them and no other', async () => {
  const { url, seen } = await answering(
    reply(200, { ok: true }, { 'set-cookie': ['session=abc; Path=/; HttpOnly', 'gone=; Max-Age=0'] }),
  )
  const { browser } = openDeskClient(url)
  const [one, other] = [browser({ gone: 'x', mine: 'y' }), browser()]

  await one.send(answer, 'GET', '/first')
  await one.send(answer, 'GET', '/second')
  await other.send(answer, 'GET', '/third')

  expect(seen.map(({ headers }) => headers.cookie ?? '')).toEqual(['gone=x; mine=y', 'mine=y; session=abc', ''])
})

test('no more than eight requests are under way', async () => {
  let [open, most] = [0, 0]
  const { url } = await answering((_request, response) => {
    open += 1
    most = Math.max(most, open)
    setImmediate(() => {
      open -= 1
      reply(200, { ok: true })(_request, response)
    })
  })
  const browser = openDeskClient(url).browser()

  await Promise.all(Array.from({ length: 40 }, () => browser.send(answer, 'GET', '/x')))

  expect(most).toBeLessThanOrEqual(8)
})

test('what is no desk is told from no answer at all', async () => {
  const { url } = await answering((_request, response) => response.end('<h1>hello</h1>'))

  await expect(openDeskClient(url).browser().send(answer, 'GET', '/x')).rejects.toBeInstanceOf(UnexpectedAnswer)
  close()
  await expect(openDeskClient(url).browser().send(answer, 'GET', '/x')).rejects.toBeInstanceOf(DeskUnreachable)
})
