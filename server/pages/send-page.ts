import type { FastifyReply } from 'fastify'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Sends a page. What shows a dossier is kept nowhere; other pages differ by the reader's cookies and are asked for anew. */
export function sendPage(reply: FastifyReply, page: ReactElement, { status = 200, isPersonal = false } = {}) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', isPersonal ? 'private, no-store' : 'private, no-cache')
    .send(`<!doctype html>${renderToStaticMarkup(page)}`)
}
