import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import type { PageAssets, PageContext } from '#web/pages/shell.tsx'
import { cookieOptions } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'

const names = { language: 'quay_lang', text: 'quay_chu', contrast: 'quay_nen' } as const
const yearSeconds = 365 * 86_400

/**
 * What a page knows about its reader: language, text size and contrast, chosen by `?lang=`, `?chu=` and `?nen=` and
 * kept in cookies.
 *
 * Query names that the page does not know are ignored, not refused: links that are shared in chats grow some.
 */
export function pageContext(
  deps: Pick<Deps, 'config' | 'clock' | 'now'>,
  request: FastifyRequest,
  reply: FastifyReply,
  assets: PageAssets,
): PageContext {
  const language: Language = chosen(deps, request, reply, 'lang', names.language, ['vi', 'en']) === 'en' ? 'en' : 'vi'
  const isLargeText = chosen(deps, request, reply, 'chu', names.text, ['thuong', 'to']) === 'to'
  const isHighContrast = chosen(deps, request, reply, 'nen', names.contrast, ['thuong', 'ro']) === 'ro'
  const isClockMoved = deps.clock.aheadMs() > 0

  return {
    language,
    isLargeText,
    isHighContrast,
    path: pathWithoutChoices(request),
    ...(!deps.config.isProduction && { demo: isClockMoved ? { clock: formatInstant(deps.now(), language) } : {} }),
    assets,
  }
}

/** One word of the query, or nothing: repeated and structured ones count as absent. */
export function queryWord(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name]

  return typeof value === 'string' ? value.slice(0, 200) : ''
}

function chosen(
  deps: Pick<Deps, 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
  parameter: string,
  cookie: string,
  allowed: readonly string[],
): string | undefined {
  const asked = queryWord(request, parameter)
  if (!allowed.includes(asked)) return request.cookies[cookie]
  reply.setCookie(cookie, asked, { ...cookieOptions(deps), maxAge: yearSeconds })

  return asked
}

/** After a form was posted the page is asked for again by its own address, which answers GET. */
function pathWithoutChoices(request: FastifyRequest): string {
  const url = new URL(request.url, 'http://desk.invalid')
  url.searchParams.delete('lang')
  url.searchParams.delete('chu')
  url.searchParams.delete('nen')

  return url.pathname + url.search
}
