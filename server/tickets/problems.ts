import { problemTypes } from '#shared/http/problem.ts'
import { counterName } from '#shared/tickets/settings.ts'
import { conflict, ProblemError } from '../platform/problem.ts'

/** Somebody stands at this counter. `current` says who, and naming that number in `over` ends it by the same press. */
export const counterBusy = (counter: number, label: string, current: unknown): ProblemError =>
  conflict(
    problemTypes.counterBusy,
    `${counterName(counter).vi} đang có số ${label}. Hãy xong số này trước, hoặc xác nhận gọi số khác thay.`,
    { current },
  )

export const notNow = (detail: string): ProblemError => conflict(problemTypes.notAllowedInState, detail)

export const slotTaken = (): ProblemError =>
  conflict(problemTypes.slotTaken, 'Giờ này vừa có người đặt hết. Hãy chọn giờ khác.')

/** Somebody else was faster. `current` is the ticket as it is now. */
export const staleTicket = (current: unknown): ProblemError =>
  new ProblemError({
    type: problemTypes.stale,
    status: 412,
    title: 'Số này vừa có thay đổi',
    detail: 'Người khác vừa xử lý số này. Hãy xem lại rồi làm tiếp.',
    current,
  })

export const versionOfTicketNeeded = (): ProblemError =>
  new ProblemError({
    type: problemTypes.versionNeeded,
    status: 428,
    title: 'Thiếu phiên bản',
    detail: 'Yêu cầu này phải có tiêu đề If-Match với phiên bản của số đang xem, ví dụ "3".',
  })
