import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '#db/schema/outbox.ts'
import { uploads } from '#db/schema/papers.ts'
import { uploadQuota } from '#server/papers/upload-quota.ts'
import { withTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { papersQueue } from '#server/platform/queues.ts'
import { paperLimits } from '#shared/papers/schemas.ts'
import { multipartOf } from '../support/multipart.ts'
import { makePdf } from './make-pdf.ts'
import { type PaperDesk, paperDesk, upload } from './test-desk.ts'

let desk: PaperDesk
let jpeg: Buffer
beforeAll(async () => {
  desk = await paperDesk()
  jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => desk[Symbol.asyncDispose]())

const quarantined = () => readdir(join(desk.dataDir, 'quarantine'))
const stored = () => withTx(desk.pool, {}, (tx) => tx.select().from(uploads))

describe('a photo or a PDF is received', async () => {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })

  test.each<[string, string, Buffer]>([
    ['JPEG', 'image/jpeg', await picture.jpeg().toBuffer()],
    ['PNG', 'image/png', await picture.png().toBuffer()],
    ['WebP', 'image/webp', await picture.webp().toBuffer()],
    ['PDF', 'application/pdf', makePdf()],
  ])('%s', async (_, type, bytes) => {
    const response = await upload(desk, bytes, { fileName: 'whatever.exe', type: 'text/plain' })

    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({
      id: expect.any(String),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      type,
    })
  })
})

test('an upload that is acknowledged has its file, its row, and the promise to clean it', async () => {
  desk.hints.length = 0
  const { id } = (await upload(desk, jpeg, { sender: 'account:7' })).json()

  expect(await quarantined()).toContain(id)
  expect((await stored()).find((row) => row.id === id)).toMatchObject({
    sender: 'account:7',
    status: 'quarantine',
    type: 'image/jpeg',
    bytes: jpeg.length,
    dossierId: null,
    storedSha256: null,
  })
  const promises = await withTx(desk.pool, {}, (tx) => tx.select().from(outbox))
  expect(promises).toContainEqual(
    expect.objectContaining({ topic: 'clean_paper', queue: papersQueue, body: { uploadId: id }, dossierId: null }),
  )
  expect(desk.hints).toEqual(['outbox'])
})

test.each<[string, string]>([
  ['that climbs out of its folder', '../../../etc/passwd'],
  ['that climbs out on Windows', '..\\..\\x.jpg'],
  ['with a NUL', 'a\0b.jpg'],
  ['that reads backwards', '\u202egpj.exe'],
  ['that is empty', ''],
  ['that is five thousand letters long', 'x'.repeat(5_000)],
])('a name %s changes nothing and is kept nowhere', async (_, fileName) => {
  const response = await upload(desk, jpeg, { fileName })

  expect(response.statusCode).toBe(201)
  expect(response.body).not.toContain('passwd')
  expect(await quarantined()).toContain(response.json().id)
})

describe('what is not a photo or a PDF is refused with words that help', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  const heic = (brand: string) =>
    Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`), Buffer.alloc(500)])

  test.each<[string, Buffer, RegExp]>([
    ['an empty file', Buffer.alloc(0), /rỗng/],
    ['a zip named .pdf', zipOf('a.txt', 'x'), /Chỉ nhận ảnh JPEG, PNG, WebP và tệp PDF/],
    ['a Word document', zipOf('word/document.xml', '<w:document/>'), /Chỉ nhận/],
    ['a page of HTML', Buffer.from(html), /Chỉ nhận/],
    ['a drawing with a script', Buffer.from(svg), /Chỉ nhận/],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), /Chỉ nhận/],
    ['a program', Buffer.from('MZ\x90\0\x03'.padEnd(300, '\0'), 'latin1'), /Chỉ nhận/],
    ['an HTML page with a PDF after it', Buffer.concat([Buffer.from(html), makePdf()]), /Chỉ nhận/],
    ['a PDF behind a byte order mark', Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), makePdf()]), /Chỉ nhận/],
    ['a photo of an iPhone', heic('heic'), /HEIC.*Tương thích nhất/s],
    ['a photo of another phone in HEIF', heic('mif1'), /HEIC.*Tương thích nhất/s],
  ])('%s', async (_, bytes, words) => {
    const before = await quarantined()
    const response = await upload(desk, bytes, { fileName: 'hop-dong.pdf', type: 'application/pdf' })

    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json().detail).toMatch(words)
    expect(await quarantined()).toEqual(before)
  })

  test('a file that was cut off', async () => {
    for (const whole of [jpeg, makePdf(), await sharp(jpeg).png().toBuffer(), await sharp(jpeg).webp().toBuffer()]) {
      const response = await upload(desk, whole.subarray(0, whole.length - 12))

      expect(response.statusCode).toBe(422)
      expect(response.json().detail).toMatch(/thiếu phần cuối, hãy gửi lại/)
    }
  })

  test('a file above the limit, which is named', async () => {
    const before = await quarantined()
    const largest = Buffer.concat([jpeg, Buffer.alloc(paperLimits.fileBytes - jpeg.length)])
    const tooLarge = await upload(desk, Buffer.concat([largest, Buffer.alloc(1)]))

    expect(tooLarge.statusCode).toBe(413)
    expect(tooLarge.json()).toMatchObject({ type: 'urn:quay:too-large', detail: expect.stringContaining('10 MB') })
    expect(await quarantined()).toEqual(before)
    expect((await upload(desk, largest, { sender: 'browser:largest' })).statusCode).toBe(201)
  })
})

describe('a request that is not exactly one file is the sender’s fault and leaves nothing behind', () => {
  const send = async (body: Buffer | string, headers: Record<string, string>) => {
    const before = await quarantined()
    const response = await desk.app.inject({ method: 'POST', url: '/uploads', headers, body })
    expect(await quarantined()).toEqual(before)

    return response
  }

  test('its end is missing', async () => {
    const { body, headers } = multipartOf([{ fileName: 'a.jpg', content: jpeg }])
    for (const cut of [4, 40, jpeg.length, body.length - 10]) {
      const response = await send(body.subarray(0, body.length - cut), headers)

      expect(response.statusCode).toBe(400)
      expect(response.json()).toMatchObject({
        type: 'urn:quay:paper-refused',
        detail: expect.stringMatching(/gửi lại|không có tệp/),
      })
    }
  })

  test.each<[string, Parameters<typeof multipartOf>[0]]>([
    ['no part', []],
    ['only a field', [{ name: 'note', content: 'x' }]],
    [
      'a field before the file',
      [
        { name: 'note', content: 'x' },
        { fileName: 'a.jpg', content: 'x' },
      ],
    ],
    [
      'a field after the file',
      [
        { fileName: 'a.jpg', content: 'x' },
        { name: 'note', content: 'x' },
      ],
    ],
    ['a thousand fields', Array.from({ length: 1_000 }, (_, i) => ({ name: `f${i}`, content: 'x' }))],
    ['a field that is called __proto__', [{ name: '__proto__', content: 'x' }]],
    ['a file that is called __proto__', [{ name: '__proto__', fileName: 'a.jpg', content: 'x' }]],
  ])('%s', async (_, parts) => {
    const { body, headers } = multipartOf(parts.map((part) => (part.fileName ? { ...part, content: jpeg } : part)))

    expect((await send(body, headers)).statusCode).toBe(400)
  })

  test('two files', async () => {
    const { body, headers } = multipartOf([
      { fileName: 'a.jpg', content: jpeg },
      { name: 'b', fileName: 'b.jpg', content: jpeg },
    ])
    const response = await send(body, headers)

    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toMatch(/một tệp/)
  })

  test('no boundary, an empty body, or another kind of body', async () => {
    expect((await send('x', { 'content-type': 'multipart/form-data' })).statusCode).toBe(400)
    expect((await send('', { 'content-type': 'multipart/form-data; boundary=x' })).statusCode).toBe(400)
    expect((await send('{"file":{"_buf":"x"}}', { 'content-type': 'application/json' })).statusCode).toBe(415)
    expect((await send('x', { 'content-type': 'image/jpeg' })).statusCode).toBe(415)
  })
})

describe('over a real connection', () => {
  let address: AddressInfo
  beforeAll(async () => {
    await desk.app.listen({ port: 0, host: '127.0.0.1' })
    address = desk.app.server.address() as AddressInfo
  })

  test('a sender who goes away in the middle leaves no file', async () => {
    const before = await quarantined()
    const { body, headers } = multipartOf([
      { fileName: 'a.jpg', content: Buffer.concat([jpeg, Buffer.alloc(2_000_000)]) },
    ])
    const socket = connect(address.port, address.address)
    socket.write(
      `POST /uploads HTTP/1.1\r\nhost: x\r\nx-sender: browser:gone\r\ncontent-type: ${headers['content-type']}\r\ncontent-length: ${body.length}\r\n\r\n`,
    )
    socket.write(body.subarray(0, 1_000_000))
    await expect.poll(async () => (await quarantined()).length).toBe(before.length + 1)
    socket.destroy()

    await expect.poll(quarantined).toEqual(before)
  })

  test('the refusal of a file that is far too large arrives, and the connection serves on', async () => {
    const { body, headers } = multipartOf([
      { fileName: 'a.jpg', content: Buffer.concat([jpeg, Buffer.alloc(25_000_000)]) },
    ])
    for (let i = 0; i < 2; i++) {
      const response = await fetch(`http://127.0.0.1:${address.port}/uploads`, { method: 'POST', headers, body })

      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('10 MB') })
    }
  })
})

describe('a sender has so much for an hour', () => {
  const fill = (sender: string, row: Partial<typeof uploads.$inferInsert>, n: number) =>
    withTx(desk.pool, {}, (tx) =>
      tx.insert(uploads).values(
        Array.from({ length: n }, () => ({
          id: newId(),
          sender,
          sha256: '0',
          bytes: 1,
          type: 'image/jpeg' as const,
          status: 'clean' as const,
          createdAt: new Date(),
          ...row,
        })),
      ),
    )

  test('counted in files: at the limit only as many get through as are left, however many come at once', async () => {
    await fill('browser:many', {}, uploadQuota.files - 2)
    const responses = await Promise.all(Array.from({ length: 6 }, () => upload(desk, jpeg, { sender: 'browser:many' })))

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 429, 429, 429, 429])
    const refused = responses.find(({ statusCode }) => statusCode === 429)
    expect(refused?.json()).toMatchObject({
      type: 'urn:quay:too-many-requests',
      detail: expect.stringContaining('60 tệp'),
    })
    expect(refused?.headers['retry-after']).toBe('3600')
  })

  test('counted in bytes', async () => {
    await fill('browser:heavy', { bytes: uploadQuota.bytes - 100 }, 1)

    expect((await upload(desk, jpeg, { sender: 'browser:heavy' })).statusCode).toBe(429)
  })

  test('of that hour only, and nobody else’s', async () => {
    await fill('browser:old', { createdAt: new Date(Date.now() - 61 * 60_000) }, uploadQuota.files)

    expect((await upload(desk, jpeg, { sender: 'browser:old' })).statusCode).toBe(201)
    expect((await upload(desk, jpeg, { sender: 'browser:other' })).statusCode).toBe(201)
  })
})

/** The smallest zip with one file. */
function zipOf(name: string, content: string): Buffer {
  const data = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)

  return Buffer.concat([local, Buffer.from(name), data, Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')])
}
