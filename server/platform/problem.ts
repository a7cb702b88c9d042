import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Problem, type ProblemType, problem, problemTypes } from '#shared/http/problem.ts'
import { isUnavailable } from './db.ts'

export type FieldProblem = NonNullable<Problem['errors']>[number]

/** A refusal that the caller can act on. Anything else that is thrown is a bug and becomes a bare 500. */
export class ProblemError extends Error {
  readonly body: Problem
  readonly headers: Record<string, string>

  constructor(body: Problem, headers: Record<string, string> = {}) {
    super(body.detail ?? body.title)
    this.body = body
    this.headers = headers
  }
}

const make = (
  type: ProblemType,
  status: number,
  title: string,
  detail?: string,
  more: Partial<Problem> = {},
  headers = {},
) => new ProblemError({ type, status, title, ...(detail ? { detail } : {}), ...more }, headers)

/** "Not yours" and "does not exist" are one and the same answer, so that ids and codes cannot be guessed. */
export const notFound = (detail = 'Không có hồ sơ này, hoặc nó không thuộc quyền xem của bạn.') =>
  make(problemTypes.notFound, 404, 'Không tìm thấy', detail)

export const wrongTrackingKey = () =>
  make(
    problemTypes.notFound,
    404,
    'Không tìm thấy hồ sơ',
    'Mã hồ sơ hoặc mã tra cứu không đúng. Hãy xem lại trên giấy biên nhận, cả hai mã đều cần.',
  )

export const signInNeeded = () =>
  make(problemTypes.signInNeeded, 401, 'Cần đăng nhập', 'Phiên làm việc đã hết hoặc chưa đăng nhập.')

export const wrongCredentials = (retryAfterSeconds?: number) =>
  make(
    problemTypes.wrongCredentials,
    retryAfterSeconds ? 429 : 401,
    'Không đăng nhập được',
    retryAfterSeconds
      ? `Nhập sai nhiều lần. Hãy thử lại sau ${retryAfterSeconds} giây.`
      : 'Tên đăng nhập hoặc mật khẩu không đúng.',
    {},
    retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {},
  )

export const forbidden = (detail: string) => make(problemTypes.forbidden, 403, 'Không được phép', detail)

export const conflict = (type: ProblemType, detail: string, more: Partial<Problem> = {}) =>
  make(type, 409, 'Không làm được lúc này', detail, more)

export const versionNeeded = () =>
  make(
    problemTypes.versionNeeded,
    428,
    'Thiếu phiên bản',
    'Yêu cầu này phải có tiêu đề If-Match với phiên bản hồ sơ đang xem, ví dụ "3".',
  )

export const stale = (current: unknown) =>
  make(problemTypes.stale, 412, 'Hồ sơ vừa có thay đổi', 'Người khác vừa sửa hồ sơ này. Hãy xem bản mới rồi làm lại.', {
    current,
  })

export const invalid = (
  errors: FieldProblem[],
  detail = 'Có mục chưa đúng, hãy sửa rồi gửi lại. Những gì đã nhập vẫn còn.',
) => make(problemTypes.invalidInput, 400, 'Thông tin chưa hợp lệ', detail, { errors })

export const invalidAnswers = (errors: FieldProblem[]) =>
  make(
    problemTypes.invalidAnswers,
    422,
    'Có câu trả lời chưa đúng',
    'Hãy sửa những mục được nêu rồi gửi lại. Những gì đã nhập vẫn còn.',
    { errors },
  )

export const paperRefused = (detail: string, status = 422, errors?: FieldProblem[]) =>
  make(problemTypes.paper, status, 'Không nhận được tệp này', detail, errors ? { errors } : {})

export const keyNeeded = () =>
  make(
    problemTypes.keyNeeded,
    400,
    'Thiếu khóa chống gửi trùng',
    'Yêu cầu này phải có tiêu đề Idempotency-Key, mỗi lần nộp một giá trị riêng (UUID).',
  )

export const keyReused = () =>
  make(
    problemTypes.keyReused,
    422,
    'Khóa chống gửi trùng đã dùng cho nội dung khác',
    'Hãy tạo khóa mới cho nội dung mới.',
  )

export const foreignOrigin = () =>
  make(problemTypes.foreignOrigin, 403, 'Yêu cầu từ trang khác', 'Trang gửi yêu cầu không phải là trang của quầy.')

export const unavailable = () =>
  make(
    problemTypes.unavailable,
    503,
    'Hệ thống tạm ngừng trong giây lát',
    'Cơ sở dữ liệu đang không trả lời. Chưa có gì được ghi nhận; những gì đã nhập vẫn còn trên máy. Hãy gửi lại sau ít phút.',
    {},
    { 'retry-after': '10' },
  )

const described = { content: { 'application/problem+json': { schema: problem } } }

/** What every route may answer besides success; spread it into `response`. */
export const refusals = {
  '4xx': { description: 'Refused: a problem document', ...described },
  '5xx': { description: 'Failed: a problem document', ...described },
}

/** The one error handler: refusals as they are, bad input field by field, a broken database as 503, all else as 500. */
export function handleError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const known = toProblem(error)
  if (!known) request.log.error({ err: error }, 'a bug')
  const { body, headers } =
    known ??
    make(
      problemTypes.internal,
      500,
      'Lỗi của hệ thống',
      'Chưa có gì được ghi nhận. Hãy thử lại; nếu vẫn lỗi, hãy báo mã sự cố cho công an xã.',
    )

  return reply
    .code(body.status)
    .headers(headers)
    .type('application/problem+json')
    .send({ ...body, traceId: request.id })
}

function toProblem(error: FastifyError | Error): ProblemError | undefined {
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    return invalid(
      error.validation.flatMap(({ instancePath, keyword, params, message }) =>
        fieldProblems(error.validationContext, instancePath, keyword, params, message),
      ),
    )
  }
  if (isUnavailable(error)) return unavailable()
  if (
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  ) {
    return fromFastify(error.statusCode, error.code)
  }

  return undefined
}

/** An unknown key is reported at its parent with the keys beside it: each becomes an entry of its own. */
function fieldProblems(
  context: string | undefined,
  path: string,
  keyword: string,
  params: Record<string, unknown>,
  message: string | undefined,
): FieldProblem[] {
  const keys = keyword === 'unrecognized_keys' && Array.isArray(params.keys) ? params.keys.map(String) : []
  const base = path === '/' ? '' : path
  const at = (whole: string) =>
    context === 'querystring' || context === 'params' || context === 'headers'
      ? { parameter: whole.replace(/^\//, '') }
      : { pointer: `#${whole}` }
  if (keys.length > 0) return keys.map((key) => ({ ...at(`${base}/${key}`), detail: 'Không có mục nào tên như vậy.' }))

  return [{ ...at(base), detail: message ?? 'Giá trị chưa đúng.' }]
}

function fromFastify(status: number, code: string | undefined): ProblemError {
  if (status === 413) return make(problemTypes.tooLarge, 413, 'Nội dung quá lớn', 'Nội dung gửi lên vượt giới hạn.')
  if (status === 415)
    return make(
      problemTypes.invalidInput,
      415,
      'Kiểu nội dung không được nhận',
      'Hãy gửi application/json, hoặc multipart/form-data cho tệp.',
    )
  if (status === 429) return make(problemTypes.tooMany, 429, 'Gửi quá nhiều lần', 'Hãy chờ một lát rồi thử lại.')
  if (status === 404) return make(problemTypes.notFound, 404, 'Không tìm thấy', 'Không có đường dẫn này.')

  return make(
    problemTypes.invalidInput,
    status,
    'Yêu cầu chưa hợp lệ',
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' || status === 400 ? 'Nội dung không phải JSON hợp lệ.' : undefined,
  )
}
