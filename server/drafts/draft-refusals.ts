import { problemTypes } from '#shared/http/problem.ts'
import { conflict, notFound, ProblemError } from '../platform/problem.ts'

/** Gone by age, filed, or never there. */
export const draftGone = () =>
  notFound('Bản nháp này không còn trên máy chủ: đã nộp, đã xóa hoặc đã quá hạn. Phần đã nhập trên máy này vẫn còn.')

/** Another device opened it with code and password. */
export const draftMoved = () =>
  conflict(
    problemTypes.heldByAnother,
    'Hồ sơ này đã được mở tiếp trên máy khác. Hãy làm tiếp ở máy đó, hoặc chọn làm tiếp ở đây thành một bản riêng.',
  )

/** One sentence for a wrong code and a wrong password: nobody learns which codes exist. */
export const wrongDraftCode = () =>
  new ProblemError({
    type: problemTypes.wrongCredentials,
    status: 404,
    title: 'Chưa mở được',
    detail:
      'Mã làm tiếp hoặc mật khẩu không đúng, hoặc mật khẩu đã dùng. Hãy xem lại trên máy kia, ở đó có thể lấy mật khẩu mới.',
  })
