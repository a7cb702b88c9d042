import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieNames, cookieOptions } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'

/** Long enough to read and mend, short enough for a phone that somebody else uses next. Real time. */
const minutes = 30

/** A family's worth; the one that was not used for longest gives way. */
const most = 6

/** A dossier whose key this browser proved. */
export interface Tracked {
  code: string
  id: string
}

interface Remembered extends Tracked {
  until: number
}

/**
 * Remembers in a signed cookie that this browser proved the key of a dossier, beside those it proved before, so that
 * plain links and forms on its tracking page work without carrying the key in an address.
 */
export function rememberTracked(
  deps: Pick<Deps, 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { code, id }: Tracked,
): void {
  const others = readCookie(deps, request).filter((tracked) => tracked.code !== code)
  const all = [{ code, id, until: Date.now() + minutes * 60_000 }, ...others].slice(0, most)
  const value = all.map(({ code, id, until }) => `${code}|${id}|${until}`).join('~')
  reply.setCookie(cookieNames(deps).tracking, value, { ...cookieOptions(deps), signed: true, maxAge: minutes * 60 })
}

/** The dossier of `code` when this browser proved its key lately. */
export const rememberedDossier = (
  deps: Pick<Deps, 'config'>,
  request: FastifyRequest,
  code: string,
): string | undefined => readCookie(deps, request).find((tracked) => tracked.code === code)?.id

/** All dossiers whose keys this browser proved lately, the last used first. */
export const rememberedDossiers = (deps: Pick<Deps, 'config'>, request: FastifyRequest): Tracked[] =>
  readCookie(deps, request).map(({ code, id }) => ({ code, id }))

export function forgetTracked(deps: Pick<Deps, 'config'>, reply: FastifyReply): void {
  reply.clearCookie(cookieNames(deps).tracking, cookieOptions(deps))
}

/** Each has its own half hour: using one does not keep the others open. */
function readCookie(deps: Pick<Deps, 'config'>, request: FastifyRequest): Remembered[] {
  const cookie = request.cookies[cookieNames(deps).tracking]
  if (!cookie) return []
  const { valid, value } = request.unsignCookie(cookie)

  return (valid && value ? value : '').split('~').flatMap((part) => {
    const [code, id, until] = part.split('|')

    return code && id && Number(until) > Date.now() ? [{ code, id, until: Number(until) }] : []
  })
}
