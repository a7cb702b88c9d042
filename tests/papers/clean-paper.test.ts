import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inbox, outbox } from '#db/schema/outbox.ts'
import { uploads } from '#db/schema/papers.ts'
import { cleanPaper } from '#server/papers/clean-paper.ts'
import { one, withTx } from '#server/platform/db.ts'
import { makePdf } from './make-pdf.ts'
import { type PaperDesk, paperDesk, upload } from './test-desk.ts'

let desk: PaperDesk
beforeAll(async () => {
  desk = await paperDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const photo = () =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: '#742' } })
    .withExif({ IFD0: { Make: 'Canary' } })
    .jpeg()
    .toBuffer()

/** Sends a file and gives what its worker's job would carry. */
async function sent(bytes: Buffer) {
  const { id } = (await upload(desk, bytes)).json<{ id: string }>()
  const promises = await withTx(desk.pool, {}, (tx) => tx.select().from(outbox))
  const promised = promises.find(({ body }) => body.uploadId === id)
  if (!promised) throw new Error('nothing was promised')

  return { id, outboxId: String(promised.id) }
}
const rowOf = async (id: string) =>
  one(await withTx(desk.pool, {}, (tx) => tx.select().from(uploads).where(eq(uploads.id, id))))
const promiseOf = async (outboxId: string) =>
  one(
    await withTx(desk.pool, {}, (tx) =>
      tx
        .select()
        .from(outbox)
        .where(eq(outbox.id, BigInt(outboxId))),
    ),
  )
const storedBytes = async (sha256: string | null) =>
  readFile(join(desk.dataDir, 'blobs', String(sha256).slice(0, 2), String(sha256)))

test('a photo becomes clean: stored anew without its metadata, its original gone, its promise closed', async () => {
  const original = await photo()
  const { id, outboxId } = await sent(original)

  await cleanPaper(desk, outboxId, id)

  const row = await rowOf(id)
  expect(row).toMatchObject({ status: 'clean', storedType: 'image/jpeg', refusal: null })
  expect(row.storedSha256).not.toBe(row.sha256)
  expect((await storedBytes(row.storedSha256)).includes('Canary')).toBe(false)
  expect(await readdir(join(desk.dataDir, 'quarantine'))).not.toContain(id)
  expect((await promiseOf(outboxId)).doneAt).not.toBeNull()
})

test('a PDF of plain pages is kept byte for byte', async () => {
  const original = makePdf({ pages: 3 })
  const { id, outboxId } = await sent(original)

  await cleanPaper(desk, outboxId, id)

  const row = await rowOf(id)
  expect(row).toMatchObject({ status: 'clean', storedType: 'application/pdf', storedSha256: row.sha256 })
  expect((await storedBytes(row.storedSha256)).equals(original)).toBe(true)
})

test.each([
  ['a PDF with a script', () => makePdf({ hidden: { 10: '<< /S /JavaScript >>' } }), /chương trình/],
  ['a PDF with a password', () => makePdf({ trailer: '/Encrypt 9 0 R' }), /mật khẩu/],
  ['a photo with holes', async () => (await photo()).fill(0, 20, 400), /Ảnh bị hỏng/],
])('%s is refused with a reason, and not kept', async (_, make, words) => {
  const { id, outboxId } = await sent(await make())

  await cleanPaper(desk, outboxId, id)

  expect(await rowOf(id)).toMatchObject({
    status: 'refused',
    refusal: expect.stringMatching(words),
    storedSha256: null,
  })
  expect(await readdir(join(desk.dataDir, 'quarantine'))).not.toContain(id)
  expect((await promiseOf(outboxId)).doneAt).not.toBeNull()
})

test('a job that is delivered three times at once and once more has one effect', async () => {
  const { id, outboxId } = await sent(await photo())

  await Promise.all([1, 2, 3].map(() => cleanPaper(desk, outboxId, id)))
  const row = await rowOf(id)
  await cleanPaper(desk, outboxId, id)

  expect(await rowOf(id)).toEqual(row)
  expect(row.status).toBe('clean')
  expect(
    await withTx(desk.pool, {}, (tx) =>
      tx
        .select()
        .from(inbox)
        .where(eq(inbox.outboxId, BigInt(outboxId))),
    ),
  ).toHaveLength(1)
})

test('a worker that died after storing and before removing the original finishes when it is tried again', async () => {
  const original = await photo()
  const { id, outboxId } = await sent(original)
  await cleanPaper(desk, outboxId, id)
  await writeFile(desk.store.quarantinePath(id), original)

  await cleanPaper(desk, outboxId, id)

  expect(await readdir(join(desk.dataDir, 'quarantine'))).not.toContain(id)
})

test('a file that is gone from the disk is refused, so that its sender sends it again', async () => {
  const { id, outboxId } = await sent(await photo())
  await rm(desk.store.quarantinePath(id))

  await cleanPaper(desk, outboxId, id)

  expect(await rowOf(id)).toMatchObject({ status: 'refused', refusal: expect.stringMatching(/gửi lại/) })
})

test('an upload that was swept before its turn only closes the promise', async () => {
  const { id, outboxId } = await sent(await photo())
  await withTx(desk.pool, {}, (tx) => tx.delete(uploads).where(eq(uploads.id, id)))

  await cleanPaper(desk, outboxId, id)

  expect((await promiseOf(outboxId)).doneAt).not.toBeNull()
})
