import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'

/** How OpenAPI describes an answer that is a file and not JSON. */
export const fileAnswer = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.any() } },
})

/** Passes JSON on that PostgreSQL built: it is text already, and to parse and write it again would cost more than the query. */
export const passJson = (reply: FastifyReply, json: string): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(json)

/** What the caller has is still what there is. */
export const notModified = (reply: FastifyReply): FastifyReply => reply.code(304).send()
