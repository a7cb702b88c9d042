import type { FastifyReply, FastifyRequest } from 'fastify'
import { invalid } from './problem.ts'

/** The version in `If-Match`, `undefined` without the header; a weak or quoted number is understood, anything else is bad input. */
export function versionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match']
  if (header === undefined) return undefined
  const [, number] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim()) ?? []
  if (number === undefined) throw invalid([{ parameter: 'if-match', detail: 'Phải là một phiên bản, ví dụ "3".' }])

  return Number(number)
}

/** The version as an entity tag, to be sent back in `If-Match`. */
export const tagVersion = (reply: FastifyReply, version: number): FastifyReply => reply.header('etag', `"${version}"`)
