import { Offline, Refused } from './http.ts'

export interface BadNews {
  title: string
  detail: string
  /** Of a failure of the server: shown as "mã sự cố", to be told to whoever looks after the desk. */
  traceId?: string
}

/** What went wrong and what to do about it, for a person; never a stack or a code alone. */
export function badNews(error: unknown): BadNews {
  if (error instanceof Offline) return { title: 'Không có mạng', detail: error.message }
  if (error instanceof Refused) {
    const { title, detail, errors, status, traceId } = error.problem
    const fields = errors?.map((each) => each.detail).join(' ')

    return {
      title,
      detail: [detail, fields].filter(Boolean).join(' ') || 'Máy chủ từ chối yêu cầu này.',
      ...(traceId && status >= 500 && { traceId }),
    }
  }

  return {
    title: 'Trang này và máy chủ không hiểu nhau',
    detail: 'Có thể hệ thống vừa được cập nhật. Hãy tải lại trang (F5); dữ liệu đã gửi vẫn còn nguyên.',
  }
}
