import { readFile } from 'node:fs/promises'
import { and, eq, sql } from 'drizzle-orm'
import { inbox, outbox } from '#db/schema/outbox.ts'
import { uploads } from '#db/schema/papers.ts'
import type { PaperType } from '#shared/papers/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { cleanImage, type ImageRefusal, pixelLimit } from './clean-image.ts'
import { inspectPdf, type PdfRefusal, pdfPageLimit } from './inspect-pdf.ts'

/** Held shared while a file is stored and named by a row, and alone while the sweeper removes files that no row names. */
export const storedPapersLock = 4_201_940

type Refusal = ImageRefusal | PdfRefusal | 'missing'

/**
 * Turns an upload in quarantine into the file that is served, or refuses it with a reason that the sender reads.
 *
 * Pictures are decoded and encoded anew; a PDF is inspected and kept as it was received. Safe to run twice, also at
 * once: the inbox row and the upload's new status commit together, the file before them, and only then the original
 * leaves quarantine.
 */
export async function cleanPaper(
  { pool, store, now }: Pick<Deps, 'pool' | 'store' | 'now'>,
  outboxId: string,
  uploadId: string,
): Promise<void> {
  const [upload] = await withTx(pool, {}, (tx) => tx.select().from(uploads).where(eq(uploads.id, uploadId)))
  // Swept in the meantime, or cleaned by a twin of this job: then only the promise is left to be closed.
  const cleaned = upload?.status === 'quarantine' ? await clean(store.quarantinePath(uploadId), upload.type) : undefined

  await withTx(pool, {}, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${storedPapersLock})`)
    const first = await tx
      .insert(inbox)
      .values({ outboxId: BigInt(outboxId), doneAt: now() })
      .onConflictDoNothing()
      .returning()
    if (first.length === 0) return
    if (upload && cleaned) {
      const outcome =
        'bytes' in cleaned
          ? {
              status: 'clean' as const,
              storedSha256: (await store.keep(cleaned.bytes)).sha256,
              storedType: upload.type,
            }
          : { status: 'refused' as const, refusal: refusalWords[cleaned.refusal] }
      await tx
        .update(uploads)
        .set(outcome)
        .where(and(eq(uploads.id, uploadId), eq(uploads.status, 'quarantine')))
    }
    await tx
      .update(outbox)
      .set({ doneAt: now() })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
  await store.removeQuarantined(uploadId)
}

async function clean(path: string, type: PaperType): Promise<{ bytes: Buffer } | { refusal: Refusal }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!bytes) return { refusal: 'missing' }
  if (type !== 'application/pdf') return cleanImage(bytes, type)
  const refusal = inspectPdf(bytes)

  return refusal ? { refusal } : { bytes }
}

const refusalWords: Readonly<Record<Refusal, string>> = {
  missing: 'Tệp không còn ở quầy. Hãy gửi lại.',
  undecodable: 'Ảnh bị hỏng, không mở được. Hãy chụp lại rồi gửi.',
  too_many_pixels: `Ảnh lớn hơn ${pixelLimit / 1_000_000} triệu điểm ảnh. Hãy chụp lại ở cỡ thường (12 triệu điểm ảnh là đủ).`,
  encrypted: 'Tệp PDF có mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu, hoặc chụp ảnh các trang rồi gửi.',
  active:
    'Tệp PDF có chứa chương trình hoặc biểu mẫu tự chạy nên không được nhận. Hãy in ra và chụp ảnh các trang rồi gửi.',
  attachments: 'Tệp PDF có tệp khác đính kèm bên trong nên không được nhận. Hãy gửi từng tệp, hoặc chụp ảnh các trang.',
  too_many_pages: `Tệp PDF có hơn ${pdfPageLimit} trang. Hãy chỉ gửi những trang cần thiết, hoặc chia thành nhiều tệp.`,
  unreadable: 'Tệp PDF không đọc được hết. Hãy lưu hoặc quét lại thành PDF mới, hoặc chụp ảnh các trang rồi gửi.',
}
