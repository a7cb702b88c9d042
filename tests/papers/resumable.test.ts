import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'
import { noisyPhoto } from '../support/noisy-photo.ts'

let desk: TestDesk
let address: string
let photo: Buffer
beforeAll(async () => {
  desk = await testDesk()
  address = await desk.listen()
  photo = await noisyPhoto({ width: 900, height: 700 })
})
afterAll(() => desk[Symbol.asyncDispose]())

const tus = { 'tus-resumable': '1.0.0' }

/** A browser with its cookie, over a real connection. */
async function browser() {
  const first = await fetch(`${address}/api/procedures`)
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer | string) =>
    fetch(new URL(path, address), {
      method,
      headers: { cookie, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
  const begin = async (bytes: number) => {
    const answer = await send('POST', '/api/uploads/resumable', { ...tus, 'upload-length': String(bytes) })

    return { status: answer.status, at: answer.headers.get('location') ?? '' }
  }
  const piece = (at: string, from: number, bytes: Buffer) =>
    send(
      'PATCH',
      at,
      { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      bytes,
    )
  const offset = async (at: string) => Number((await send('HEAD', at, tus)).headers.get('upload-offset'))

  return { cookie, send, begin, piece, offset }
}
const idOf = (at: string) => at.split('/').at(-1) ?? ''
const partial = () => readdir(desk.deps.store.partialFolder)

test('a file in three pieces is the same as one that came at once, and is filed', async () => {
  const resident = await browser()
  const { status, at } = await resident.begin(photo.length)
  expect(status).toBe(201)
  const third = Math.ceil(photo.length / 3)
  for (let from = 0; from < photo.length; from += third)
    expect((await resident.piece(at, from, photo.subarray(from, from + third))).status).toBe(204)

  const received = await resident.send('GET', `/api/uploads/${idOf(at)}`)

  expect(await received.json()).toEqual({
    id: idOf(at),
    sha256: createHash('sha256').update(photo).digest('hex'),
    bytes: photo.length,
    type: 'image/jpeg',
  })
  expect((await partial()).filter((name) => name.startsWith(idOf(at)))).toEqual([])
  const filing = await exampleFiling(desk.visitor(), '1.004194')
  const filed = await resident.send(
    'POST',
    '/api/dossiers',
    { 'content-type': 'application/json', ...newKey() },
    JSON.stringify({ ...filing, papers: [{ kind: 'lease', uploadId: idOf(at) }] }),
  )
  expect(filed.status, await filed.text()).toBe(201)
})

test('a connection that breaks off in a piece loses no more than is still missing', async () => {
  const resident = await browser()
  const { at } = await resident.begin(photo.length)
  const half = photo.subarray(0, Math.floor(photo.length / 2))
  await resident.piece(at, 0, half)
  // A piece whose sender goes away in the middle.
  const cut = new AbortController()
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(photo.subarray(half.length, half.length + 1000)))
      setImmediate(() => cut.abort())
    },
  })
  await fetch(new URL(at, address), {
    method: 'PATCH',
    headers: {
      cookie: resident.cookie,
      ...tus,
      'upload-offset': String(half.length),
      'content-type': 'application/offset+octet-stream',
    },
    body: stream,
    signal: cut.signal,
    duplex: 'half',
  } as RequestInit).catch(() => undefined)

  const from = await resident.offset(at)
  expect(from).toBeGreaterThanOrEqual(half.length)
  await resident.piece(at, from, photo.subarray(from))

  const received = await resident.send('GET', `/api/uploads/${idOf(at)}`)
  expect((await received.json()).sha256).toBe(createHash('sha256').update(photo).digest('hex'))
})

test('what is no photo and no PDF is refused when it is whole, in the same words, and leaves nothing behind', async () => {
  const resident = await browser()
  const text = Buffer.from('<script>alert(1)</script>')
  const { at } = await resident.begin(text.length)

  const refused = await resident.piece(at, 0, text)

  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ type: 'urn:quay:paper-refused' })
  expect((await resident.send('GET', `/api/uploads/${idOf(at)}`)).status).toBe(404)
  expect((await partial()).filter((name) => name.startsWith(idOf(at)))).toEqual([])
})

test('nobody else sees, continues or ends a file, and one that is too large is refused at the start', async () => {
  const [resident, stranger] = [await browser(), await browser()]
  const { at } = await resident.begin(photo.length)

  expect((await stranger.send('HEAD', at, tus)).status).toBe(404)
  expect((await stranger.piece(at, 0, photo)).status).toBe(404)
  expect((await stranger.send('DELETE', at, tus)).status).toBe(404)
  expect(await resident.offset(at)).toBe(0)
  expect((await resident.begin(11 * 1024 * 1024)).status).toBe(413)
})
