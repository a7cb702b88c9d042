import { problemTypes } from '#shared/http/problem.ts'
import { conflict, notFound, ProblemError } from '../platform/problem.ts'

/** A wrong link, and one whose request is gone: nobody learns which. */
export const noSuchConsent = () =>
  notFound('Đường dẫn này không đúng hoặc không còn dùng được. Hãy hỏi lại người nộp hồ sơ, hoặc công an xã.')

export const alreadyAnswered = () =>
  conflict(problemTypes.notAllowedInState, 'Ý kiến cho hồ sơ này đã được ghi nhận, hoặc đã hết hạn trả lời.')

export const tooManyPasswords = () =>
  new ProblemError({
    type: problemTypes.tooMany,
    status: 429,
    title: 'Đã gửi quá nhiều mật khẩu',
    detail: 'Đã gửi mật khẩu nhiều lần. Hãy cho ý kiến trực tiếp tại trụ sở công an xã.',
  })

export const wrongConsentPassword = () =>
  new ProblemError({
    type: problemTypes.wrongCredentials,
    status: 422,
    title: 'Mật khẩu không đúng',
    detail: 'Mật khẩu không đúng hoặc đã quá 15 phút. Hãy xem lại tin nhắn mới nhất, hoặc lấy mật khẩu khác.',
  })
