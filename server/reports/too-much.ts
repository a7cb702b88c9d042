import { problemTypes } from '#shared/http/problem.ts'
import { ProblemError } from '../platform/problem.ts'

/** A report that would take longer than a request may: it is made in the background instead. */
export const tooMuch = (dossiers: number): ProblemError =>
  new ProblemError({
    type: problemTypes.tooLarge,
    status: 422,
    title: 'Báo cáo quá lớn để xem ngay',
    detail: `Kỳ này phải đọc ${dossiers} hồ sơ. Hãy dùng “Xuất tệp”: báo cáo được lập trong nền và báo khi xong.`,
  })
