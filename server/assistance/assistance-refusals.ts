import { problemTypes } from '#shared/http/problem.ts'
import { conflict, notFound, ProblemError } from '../platform/problem.ts'

/** Another helper's, swept, or never there. */
export const noSuchFiling = () =>
  notFound('Không có hồ sơ này trong những hồ sơ đang giúp nhập. Hãy mở lại mẫu và chuyển cho ông/bà xác nhận.')

export const waitedTooLong = () =>
  conflict(
    problemTypes.notAllowedInState,
    'Đã quá 30 phút chưa xác nhận nên hồ sơ chưa được nộp. Hãy bấm lại nút chuyển cho ông/bà xác nhận.',
  )

export const noAddress = () =>
  conflict(
    problemTypes.notAllowedInState,
    'Hồ sơ không ghi số điện thoại hay e-mail, nên không gửi mã được. Hãy để ông/bà đọc lại và tự ghi họ tên.',
  )

export const tooManyCodes = () =>
  new ProblemError({
    type: problemTypes.tooMany,
    status: 429,
    title: 'Đã gửi quá nhiều mã',
    detail: 'Đã gửi mã năm lần cho hồ sơ này. Hãy để ông/bà đọc lại và tự ghi họ tên, hoặc đến công an xã.',
  })

/** What was typed does not confirm the filing; `why` says what to do about it. */
export const notConfirmed = (pointer: '#/password' | '#/name', why: string) =>
  new ProblemError({
    type: problemTypes.wrongCredentials,
    status: 422,
    title: 'Chưa xác nhận được',
    detail: why,
    errors: [{ pointer, detail: why }],
  })
