import { and, count, eq, gt, sum } from 'drizzle-orm'
import { uploads } from '#db/schema/papers.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { Tx } from '../platform/db.ts'
import { ProblemError } from '../platform/problem.ts'

/** What one browser or account may send in an hour: three full dossiers of files, and what goes wrong on the way. */
export const uploadQuota = { files: 60, bytes: 200 * 1024 * 1024, minutes: 60 } as const

/**
 * Refuses with 429 when this sender's last hour is used up; `bytes` is the file that would come on top.
 *
 * Real time, not the desk's: the demonstration's clock jumps days and would forgive everything.
 */
export async function refuseOverQuota(tx: Tx, sender: string, bytes: number, at: Date): Promise<void> {
  const since = new Date(at.getTime() - uploadQuota.minutes * 60_000)
  const [used] = await tx
    .select({ files: count(), bytes: sum(uploads.bytes).mapWith(Number) })
    .from(uploads)
    .where(and(eq(uploads.sender, sender), gt(uploads.createdAt, since)))
  if ((used?.files ?? 0) < uploadQuota.files && (used?.bytes ?? 0) + bytes <= uploadQuota.bytes) return

  throw new ProblemError(
    {
      type: problemTypes.tooMany,
      status: 429,
      title: 'Gửi quá nhiều tệp',
      detail:
        `Mỗi giờ quầy nhận nhiều nhất ${uploadQuota.files} tệp, tổng cộng ${uploadQuota.bytes / 1024 / 1024} MB, từ một người gửi. ` +
        'Các tệp đã gửi vẫn còn; hãy gửi tiếp sau khoảng một giờ, hoặc mang giấy tờ đến công an xã.',
    },
    { 'retry-after': String(uploadQuota.minutes * 60) },
  )
}
