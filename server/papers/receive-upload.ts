import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { and, eq, sql } from 'drizzle-orm'
import { uploads } from '#db/schema/papers.ts'
import { type PaperType, paperLimits, type UploadView } from '#shared/papers/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { promise } from '../platform/outbox.ts'
import { paperRefused } from '../platform/problem.ts'
import { papersQueue } from '../platform/queues.ts'
import { isComplete } from './is-complete.ts'
import { tellKind } from './paper-kind.ts'
import { refuseOverQuota } from './upload-quota.ts'

type Needs = Pick<Deps, 'pool' | 'store' | 'wake' | 'now'>

/** A file in quarantine that has no row yet: nobody can use it, and the sweeper takes it when nobody stores it. */
export interface Received {
  id: string
  sha256: string
  bytes: number
  type: PaperType
}

/**
 * Streams a file into quarantine and decides what it is, by its content alone. What is empty, cut off, or not a
 * photo or PDF is refused and removed at once. Rejects with `TooLarge` above the limit. What came in pieces has its id
 * already.
 */
export async function receiveFile(
  { store }: Pick<Deps, 'store'>,
  source: Readable,
  id: string = newId(),
): Promise<Received> {
  const { sha256, bytes, head } = await store.receive(id, source, paperLimits.fileBytes)
  try {
    if (bytes === 0) throw paperRefused('Tệp này rỗng, không có nội dung. Hãy chọn lại tệp rồi gửi.')
    const kind = await tellKind(head)
    if (kind === 'heic') {
      throw paperRefused(
        'Ảnh HEIC của iPhone chưa dùng được ở đây. Trên iPhone, vào Cài đặt > Camera > Định dạng, hãy chọn “Tương thích nhất” rồi chụp lại; ' +
          'hoặc chụp màn hình tấm ảnh và gửi ảnh chụp đó.',
      )
    }
    if (kind === 'other') {
      throw paperRefused(
        'Chỉ nhận ảnh JPEG, PNG, WebP và tệp PDF. Tệp này có nội dung khác, dù tên của nó là gì. Hãy chụp ảnh giấy tờ rồi gửi ảnh.',
      )
    }
    if (!isComplete(kind, await readFile(store.quarantinePath(id)))) {
      throw paperRefused('Tệp bị thiếu phần cuối, hãy gửi lại. Nếu vẫn lỗi, hãy chụp hoặc quét lại giấy tờ.')
    }

    return { id, sha256, bytes, type: kind }
  } catch (error) {
    await store.removeQuarantined(id)
    throw error
  }
}

/** Whether this sender may send anything now: asked before the body is read, and again with its size in `storeUpload`. */
export async function refuseBusySender({ pool }: Pick<Deps, 'pool'>, sender: string): Promise<void> {
  await withTx(pool, {}, (tx) => refuseOverQuota(tx, sender, 0, new Date()))
}

/**
 * Records a received file as this sender's and promises that it will be cleaned.
 *
 * Row and promise commit together after the bytes are on disk, so an upload that was acknowledged has its file. Its
 * age is real time: quota and sweeping measure how long a file lay here, and the demonstration's clock jumps days.
 */
export async function storeUpload(
  { pool, store, wake, now }: Needs,
  sender: string,
  received: Received,
): Promise<UploadView> {
  const { id, sha256, bytes, type } = received
  const createdAt = new Date()
  try {
    await withTx(pool, {}, async (tx) => {
      // One at a time per sender: twenty uploads at once would each see the quota as it was before all of them.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`upload ${sender}`}, 0))`)
      await refuseOverQuota(tx, sender, bytes, createdAt)
      await tx.insert(uploads).values({ id, sender, sha256, bytes, type, status: 'quarantine', createdAt })
      await promise(tx, now(), { topic: 'clean_paper', queue: papersQueue, dossierId: null, body: { uploadId: id } })
    })
  } catch (error) {
    await store.removeQuarantined(id)
    throw error
  }
  wake.send('outbox')

  return { id, sha256, bytes, type }
}

/** A sender's own upload as it was received, or undefined: what a device asks whose last answer was lost. */
export async function findUpload(
  { pool }: Pick<Deps, 'pool'>,
  sender: string,
  id: string,
): Promise<UploadView | undefined> {
  const [row] = await withTx(pool, {}, (tx) =>
    tx
      .select({ id: uploads.id, sha256: uploads.sha256, bytes: uploads.bytes, type: uploads.type })
      .from(uploads)
      .where(and(eq(uploads.id, id), eq(uploads.sender, sender))),
  )

  return row
}
