import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PaperToSend, sendPaper } from '#server/papers/send-paper.ts'
import { handleError } from '#server/platform/problem.ts'
import { openStore, type Store } from '#server/platform/store.ts'

let dataDir: string
let store: Store
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quay-send-'))
  store = await openStore(dataDir)
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function ask(paper: Partial<PaperToSend>, query = '') {
  const { sha256 } = await store.keep(Buffer.from('<script>alert(1)</script>'))
  const whole: PaperToSend = {
    id: '01900000-0000-7000-8000-00003f9a01bc',
    kind: 'lawful-dwelling',
    status: 'clean',
    storedSha256: sha256,
    storedType: 'image/png',
    ...paper,
  }
  const app = Fastify()
  app.setErrorHandler(handleError)
  app.get<{ Querystring: { inline?: string } }>('/', (request, reply) =>
    sendPaper({ store }, reply, whole, { inline: request.query.inline === '1' }),
  )

  return app.inject({ method: 'GET', url: `/${query}` })
}

test('a clean paper is a download that nothing may run in, under a name that is made here', async () => {
  const response = await ask({})

  expect(response.statusCode).toBe(200)
  expect(response.body).toBe('<script>alert(1)</script>')
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': '25',
    'content-disposition': 'attachment; filename="lawful-dwelling-3f9a01bc.png"',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  })
})

test('a picture and a PDF may be shown in the officer’s viewer, in a sandbox and in no other site’s frame', async () => {
  const picture = await ask({}, '?inline=1')
  const pdf = await ask({ storedType: 'application/pdf' }, '?inline=1')

  expect(picture.headers['content-disposition']).toBe('inline; filename="lawful-dwelling-3f9a01bc.png"')
  expect(pdf.headers['content-disposition']).toBe('inline; filename="lawful-dwelling-3f9a01bc.pdf"')
  for (const { headers } of [picture, pdf])
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'; frame-ancestors 'self'")
})

test('nothing is served before it is clean, nor what was refused', async () => {
  expect((await ask({ status: 'quarantine', storedSha256: null, storedType: null })).statusCode).toBe(409)
  expect((await ask({ status: 'refused', storedSha256: null, storedType: null })).statusCode).toBe(404)
})

test('a kind with strange letters makes a plain name', async () => {
  const response = await ask({ kind: '"; filename="x.html\r\nX: y' })

  expect(response.headers['content-disposition']).toBe('attachment; filename="filename-x-html-X-y-3f9a01bc.png"')
})
