import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type DeskAction, mayUse, type StaffActor } from '#shared/accounts/policy.ts'
import type { Deps } from '../platform/deps.ts'
import { forbidden, foreignOrigin, signInNeeded } from '../platform/problem.ts'
import type { Sessions } from './sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The officer, commander or supervisor who is signed in, if anybody is. */
    staff: StaffActor | undefined
    /** Whose uploads and keys these are: `account:<id>`, or this browser's own random cookie. */
    sender: string
  }
}

const senderDays = 2

/**
 * Knows who asks: reads the session's and the browser's cookie on each request, and refuses writes from other sites.
 *
 * `SameSite=Lax` keeps a stranger's form from carrying the cookies; the check of the origin stands beside it.
 */
export const actorPlugin = fp(
  async (app: FastifyInstance, { deps, sessions }: { deps: Deps; sessions: Sessions }) => {
    app.decorateRequest('staff', undefined)
    app.decorateRequest('sender', '')

    app.addHook('onRequest', async (request, reply) => {
      if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) refuseForeignOrigin(request, deps.config.origin)
      const token = request.cookies[cookieNames(deps).session]
      request.staff = token ? await sessions.find(token) : undefined
      if (request.staff) {
        request.sender = `account:${request.staff.accountId}`

        return
      }
      const known = request.cookies[cookieNames(deps).sender]
      if (known && /^[\w-]{22}$/.test(known)) {
        request.sender = `browser:${known}`

        return
      }
      const fresh = randomBytes(16).toString('base64url')
      request.sender = `browser:${fresh}`
      reply.setCookie(cookieNames(deps).sender, fresh, { ...cookieOptions(deps), maxAge: senderDays * 86_400 })
    })
  },
  { name: 'actor', dependencies: ['@fastify/cookie'] },
)

/** With TLS the names take the prefix by which browsers refuse cookies that another host planted. */
export const cookieNames = ({ config }: Pick<Deps, 'config'>) => {
  const prefix = config.origin?.startsWith('https:') ? '__Host-' : ''

  return { session: `${prefix}quay_session`, sender: `${prefix}quay_sender`, tracking: `${prefix}quay_tracking` }
}

export const cookieOptions = ({ config }: Pick<Deps, 'config'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.origin?.startsWith('https:') ?? false }) as const

/** Browsers send Origin or Sec-Fetch-Site with every write; programs that send neither carry no cookies of others. */
function refuseForeignOrigin(request: FastifyRequest, origin: string | undefined) {
  const from = request.headers.origin
  const site = request.headers['sec-fetch-site']
  if (from && from !== 'null') {
    const own = origin ? from === origin : URL.canParse(from) && new URL(from).host === request.host
    if (!own) throw foreignOrigin()
  } else if (site && site !== 'same-origin' && site !== 'none') {
    throw foreignOrigin()
  }
}

/** The staff who ask, allowed to use this part of the desk; otherwise 401 or 403. */
export function staffFor(request: FastifyRequest, action: DeskAction): StaffActor {
  if (!request.staff) throw signInNeeded()
  if (!mayUse(request.staff, action)) throw forbidden('Tài khoản này không có quyền dùng phần này.')

  return request.staff
}
