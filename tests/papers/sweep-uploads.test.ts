import { readdir, utimes, writeFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { outbox } from '#db/schema/outbox.ts'
import { uploads } from '#db/schema/papers.ts'
import { cleanPaper } from '#server/papers/clean-paper.ts'
import { sweepUploads } from '#server/papers/sweep-uploads.ts'
import { one, withTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { makePdf } from './make-pdf.ts'
import { type PaperDesk, paperDesk, upload } from './test-desk.ts'

const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
const photo = (background: string) =>
  sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer()
const rows = (desk: PaperDesk) => withTx(desk.pool, {}, (tx) => tx.select().from(uploads))
const isStored = async (desk: PaperDesk, sha256: string) => (await desk.store.read(sha256)) !== undefined

async function cleanUpload(desk: PaperDesk, bytes: Buffer): Promise<{ id: string; stored: string }> {
  const { id } = (await upload(desk, bytes)).json<{ id: string }>()
  const promises = await withTx(desk.pool, {}, (tx) => tx.select().from(outbox))
  await cleanPaper(desk, String(promises.find(({ body }) => body.uploadId === id)?.id), id)
  const row = one(await withTx(desk.pool, {}, (tx) => tx.select().from(uploads).where(eq(uploads.id, id))))

  return { id, stored: String(row.storedSha256) }
}

test('what no dossier took within a day goes, with its file', async () => {
  await using desk = await paperDesk()
  const cleaned = await cleanUpload(desk, await photo('red'))
  const { id: waiting } = (await upload(desk, await photo('blue'))).json<{ id: string }>()

  expect(await sweepUploads(desk, hours(23))).toEqual({ rows: 0, strays: 0 })
  expect(await isStored(desk, cleaned.stored)).toBe(true)

  expect(await sweepUploads(desk, hours(25))).toEqual({ rows: 2, strays: 0 })
  expect(await rows(desk)).toEqual([])
  expect(await isStored(desk, cleaned.stored)).toBe(false)
  expect(await desk.store.quarantined()).not.toContain(waiting)
})

test('a file that another upload has too stays', async () => {
  await using desk = await paperDesk()
  const old = await cleanUpload(desk, await photo('green'))
  const fresh = await cleanUpload(desk, await photo('green'))
  expect(fresh.stored).toBe(old.stored)
  await withTx(desk.pool, {}, (tx) =>
    tx
      .update(uploads)
      .set({ createdAt: hours(-25) })
      .where(eq(uploads.id, old.id)),
  )

  expect(await sweepUploads(desk)).toEqual({ rows: 1, strays: 0 })
  expect((await rows(desk)).map(({ id }) => id)).toEqual([fresh.id])
  expect(await isStored(desk, fresh.stored)).toBe(true)
})

test('an upload that a dossier took stays, and so does a file that is a document of any commune', async () => {
  await using desk = await paperDesk()
  const taken = await cleanUpload(desk, await photo('white'))
  const slip = await cleanUpload(desk, makePdf({ pages: 2 }))
  await fileDossier(desk, taken.id, slip.stored)

  expect(await sweepUploads(desk, hours(48))).toEqual({ rows: 1, strays: 0 })
  expect((await rows(desk)).map(({ id }) => id)).toEqual([taken.id])
  expect(await isStored(desk, taken.stored)).toBe(true)
  expect(await isStored(desk, slip.stored)).toBe(true)
})

test('a file in quarantine that no row waits for goes after a day, and one that is still being received stays', async () => {
  await using desk = await paperDesk()
  const [orphan, arriving] = [newId(), newId()]
  for (const id of [orphan, arriving]) await writeFile(desk.store.quarantinePath(id), 'x')
  await utimes(desk.store.quarantinePath(orphan), hours(-25), hours(-25))
  await writeFile(desk.store.quarantinePath('README'), 'not an upload')
  await utimes(desk.store.quarantinePath('README'), hours(-25), hours(-25))

  expect(await sweepUploads(desk)).toEqual({ rows: 0, strays: 1 })
  expect((await desk.store.quarantined()).sort()).toEqual([arriving, 'README'].sort())
  expect(await readdir(desk.dataDir)).toContain('quarantine')
})

/** A dossier that took `uploadId` and has a document with these bytes, written as the owner: who files is not this test's subject. */
async function fileDossier(desk: PaperDesk, uploadId: string, documentSha256: string) {
  const client = new pg.Client({ connectionString: desk.ownerUrl })
  await client.connect()
  const id = newId()
  await client.query(
    `insert into dossiers (id, code, procedure, procedure_version, channel, unit_code, state, version, last_seq, last_hash, last_at,
       applicant_name, routing, fee, tracking_hash, filed_at, next_due_at, is_ended)
     values ($1, 'T-261124-000001', '1.004194', '2026-07-01', 'online', '18673', 'submitted', 1, 1, '', now(), 'A', '[]', 0, '', now(), now(), false)`,
    [id],
  )
  await client.query('update uploads set dossier_id = $1 where id = $2', [id, uploadId])
  await client.query(
    `insert into documents (id, dossier_id, form, sha256, bytes, made_at) values ($1, $2, 'CT04', $3, 1, now())`,
    [newId(), id, documentSha256],
  )
  await client.end()
}
