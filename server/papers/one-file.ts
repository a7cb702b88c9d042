import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { problemTypes } from '#shared/http/problem.ts'
import { paperLimits } from '#shared/papers/schemas.ts'
import { ProblemError, paperRefused } from '../platform/problem.ts'
import { TooLarge } from '../platform/store.ts'

/** What the parser reads before it gives up: one file, one byte longer than allowed so that "too long" is seen. */
export const multipartLimits = {
  files: 1,
  fields: 1,
  parts: 2,
  fileSize: paperLimits.fileBytes + 1,
  headerPairs: 20,
  fieldNameSize: 100,
  fieldSize: 100,
} as const

const megabytes = paperLimits.fileBytes / 1024 / 1024

const tooLarge = () =>
  new ProblemError({
    type: problemTypes.tooLarge,
    status: 413,
    title: 'Tệp quá lớn',
    detail: `Tệp này lớn hơn ${megabytes} MB, là mức lớn nhất cho một tệp. Hãy chụp ảnh ở cỡ thường, hoặc chia tệp PDF thành nhiều phần.`,
  })
const brokenOff = () =>
  paperRefused('Tệp chưa đến hết vì đường truyền bị ngắt. Chưa có gì được ghi nhận, hãy gửi lại.', 400)
const notOneFile = () => paperRefused('Mỗi lần chỉ gửi một tệp, và không gửi kèm gì khác.', 400)

/**
 * Hands the one file of a multipart request to `take` as a stream, and gives what `take` gave once the whole body
 * has arrived with its end. Everything that a sender can get wrong is a refusal; what `take` itself throws rises.
 *
 * `undo` runs when the file was taken but the rest of the body was not in order.
 */
export async function receiveOneFile<T>(
  request: FastifyRequest,
  take: (file: Readable) => Promise<T>,
  undo: (taken: T) => Promise<void>,
): Promise<T> {
  if (!request.isMultipart()) throw paperRefused('Hãy gửi tệp bằng multipart/form-data.', 415)
  if (Number(request.headers['content-length']) > hopelessBytes) throw tooLarge()
  try {
    return await readParts(request, take, undo)
  } catch (error) {
    if (error instanceof ProblemError) await drain(request)
    throw error
  }
}

async function readParts<T>(
  request: FastifyRequest,
  take: (file: Readable) => Promise<T>,
  undo: (taken: T) => Promise<void>,
): Promise<T> {
  const parts = request.parts({ limits: multipartLimits })
  const first = await next(parts)
  if (!first) throw paperRefused('Yêu cầu này không có tệp nào.', 400)
  if (first.type !== 'file') throw notOneFile()

  const taken = await takeWhole(first.file, take)
  try {
    if (await next(parts)) throw notOneFile()
  } catch (error) {
    await undo(taken)
    throw error
  }

  return taken
}

/** The parser's own complaints (no boundary, no end, too many parts) are faults of the request, never a bug here. */
async function next(parts: ReturnType<FastifyRequest['parts']>) {
  try {
    const { value, done } = await parts.next()

    return done ? undefined : value
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw code === 'FST_PARTS_LIMIT' ||
      code === 'FST_FILES_LIMIT' ||
      code === 'FST_FIELDS_LIMIT' ||
      code === 'FST_PROTO_VIOLATION'
      ? notOneFile()
      : brokenOff()
  }
}

async function takeWhole<T>(file: Readable, take: (file: Readable) => Promise<T>): Promise<T> {
  try {
    return await take(file)
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge()
    // Only what the stream itself broke on: a full disk is not the sender's fault.
    if (error === file.errored) throw brokenOff()
    throw error
  } finally {
    // A part that nobody reads to its end stops the parser for good.
    file.resume()
  }
}

/** Bodies up to here are read to their end before the refusal is sent, so that browsers show it and not "connection lost". */
const hopelessBytes = 4 * paperLimits.fileBytes

async function drain({ raw }: FastifyRequest): Promise<void> {
  raw.unpipe()
  let bytes = 0
  await new Promise<void>((done) => {
    if (raw.readableEnded || raw.destroyed) return done()
    raw
      .once('end', done)
      .once('close', done)
      .once('error', () => done())
    raw.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > hopelessBytes) done()
    })
    raw.resume()
  })
}
