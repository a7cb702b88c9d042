import type { Pool } from 'pg'
import { problemTypes } from '#shared/http/problem.ts'
import { ProblemError } from '../platform/problem.ts'
import { countLogs, type LogFilter } from './reported-logs.ts'

/** How many dossiers a report may read while somebody waits for it. */
export const mostDossiers = 40_000

/** What is done instead when there are more. */
const instead = {
  see: 'Hãy dùng “Xuất tệp”: báo cáo được lập trong nền và báo khi xong.',
  seal: 'Hãy chốt từng kỳ ngắn hơn (quý, tháng, hoặc từ ngày đến ngày); cả kỳ vẫn xem được bằng “Xuất tệp”.',
}

/** Refuses a report that would take longer than a request may, and says how it is to be had. */
export async function refuseTooMuch(
  { reportPool }: { reportPool: Pool },
  { logs }: { logs: LogFilter },
  purpose: keyof typeof instead,
  limit = mostDossiers,
): Promise<void> {
  const dossiers = await countLogs(reportPool, logs)
  if (dossiers > limit)
    throw new ProblemError({
      type: problemTypes.tooLarge,
      status: 422,
      title: purpose === 'see' ? 'Báo cáo quá lớn để xem ngay' : 'Báo cáo quá lớn để chốt một lần',
      detail: `Kỳ này phải đọc ${dossiers} hồ sơ, nhiều hơn ${limit}. ${instead[purpose]}`,
    })
}
