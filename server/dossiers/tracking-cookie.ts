import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieNames, cookieOptions } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'

/** Long enough to read and mend, short enough for a phone that somebody else uses next. Real time. */
const minutes = 30

/**
 * Remembers in a signed cookie that this browser proved the key of a dossier, so that plain links and forms on its
 * tracking page work without carrying the key in an address.
 */
export function rememberTracked(
  deps: Pick<Deps, 'config'>,
  reply: FastifyReply,
  code: string,
  dossierId: string,
): void {
  const value = `${code}|${dossierId}|${Date.now() + minutes * 60_000}`
  reply.setCookie(cookieNames(deps).tracking, value, { ...cookieOptions(deps), signed: true, maxAge: minutes * 60 })
}

/** The dossier of `code` when this browser proved its key lately. */
export function rememberedDossier(
  deps: Pick<Deps, 'config'>,
  request: FastifyRequest,
  code: string,
): string | undefined {
  const cookie = request.cookies[cookieNames(deps).tracking]
  if (!cookie) return undefined
  const { valid, value } = request.unsignCookie(cookie)
  const [rememberedCode, dossierId, until] = (valid && value ? value : '').split('|')

  return rememberedCode === code && dossierId && Number(until) > Date.now() ? dossierId : undefined
}

export function forgetTracked(deps: Pick<Deps, 'config'>, reply: FastifyReply): void {
  reply.clearCookie(cookieNames(deps).tracking, cookieOptions(deps))
}
