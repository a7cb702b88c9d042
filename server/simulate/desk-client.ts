import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { type Problem, problem } from '#shared/http/problem.ts'
import { uploadView } from '#shared/papers/schemas.ts'

/** The desk answered that it will not do this; the message is the problem's own detail. */
export class DeskRefusal extends Error {
  readonly status: number
  readonly problem: Problem

  constructor(what: string, found: Problem) {
    const fields = (found.errors ?? []).map(
      ({ pointer, parameter, detail }) => `\n  ${pointer ?? parameter ?? ''} ${detail}`,
    )
    const trace = found.traceId && found.status >= 500 ? ` (${found.traceId})` : ''
    super(`${what} was refused with ${found.status}: ${found.detail ?? found.title}${trace}${fields.join('')}`)
    this.status = found.status
    this.problem = found
  }
}

/** Nobody answers there, or no longer. */
export class DeskUnreachable extends Error {}

/** Something answers, and not as this version of the desk does. */
export class UnexpectedAnswer extends Error {}

export interface Ask {
  body?: unknown
  /** `Idempotency-Key` */
  key?: string
  /** `If-Match` */
  version?: number
  trackingKey?: string
}

/** Somebody's browser: requests with cookies of its own. */
export interface Browser {
  /** The answer, checked by the desk's own schema. */
  send<S extends z.ZodMiniType>(answer: S, method: string, path: string, ask?: Ask): Promise<z.output<S>>
  /** A photographed paper; resolves with the id by which a filing names it. */
  upload(photo: Buffer): Promise<string>
}

export interface DeskClient {
  /** A browser with these cookies to begin with. */
  browser(cookies?: Record<string, string>): Browser
  /** How many requests were answered so far. */
  requests(): number
}

export interface ClientOptions {
  /** Told when the desk asks to wait, so that a person sees why nothing moves. */
  onWait?: (seconds: number) => void
}

/** As many requests are under way at most; more would only wait inside the desk. */
const mostInFlight = 8
const triesOfOne = 6
const firstPauseMs = 250
/** Who is told to come back later than this is told so instead of waiting. */
const longestWaitSeconds = 120

/**
 * Speaks to a desk over HTTP. What fails for a moment (no connection, 502 to 504, too many requests) is sent again,
 * each time after a longer pause; idempotency keys make that safe.
 */
export function openDeskClient(url: string, { onWait }: ClientOptions = {}): DeskClient {
  const origin = url.replace(/\/+$/, '')
  const gate = openGate(mostInFlight)
  let answered = 0

  async function request(what: string, make: () => RequestInit, path: string): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const answer = await gate(() => once(`${origin}${path}`, make())).catch((error: unknown) =>
        unreachable(origin, error),
      )
      if (answer instanceof Response) answered += 1
      const waitMs = waitBeforeNext(answer, tries, answered > 0)
      if (waitMs === undefined) {
        if (answer instanceof DeskUnreachable) throw answer
        if (answer.status >= 400) throw new DeskRefusal(what, await problemOf(answer))

        return answer
      }
      if (waitMs > 2_000) onWait?.(Math.round(waitMs / 1000))
      await pause(waitMs)
    }
  }

  return {
    requests: () => answered,
    browser(cookies = {}) {
      const jar = new Map(Object.entries(cookies))
      const call = async (
        method: string,
        path: string,
        headers: Record<string, string>,
        body: () => BodyInit | undefined,
      ) => {
        const answer = await request(
          `${method} ${path}`,
          () => {
            const content = body()

            return {
              method,
              headers: { ...headers, cookie: cookieHeader(jar) },
              ...(content !== undefined && { body: content }),
            }
          },
          path,
        )
        keepCookies(jar, answer)

        return answer
      }

      return {
        async send(schema, method, path, ask = {}) {
          const body = ask.body === undefined ? undefined : JSON.stringify(ask.body)
          const answer = await call(method, path, headersOf(ask), () => body)

          return read(schema, answer, `${method} ${path}`)
        },
        async upload(photo) {
          const answer = await call('POST', '/api/uploads', {}, () => {
            const form = new FormData()
            form.set('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'giay-to.jpg')

            return form
          })

          return (await read(uploadView, answer, 'POST /api/uploads')).id
        },
      }
    },
  }
}

const once = (url: string, init: RequestInit) =>
  fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(60_000) })

function unreachable(origin: string, error: unknown): DeskUnreachable {
  const cause = error instanceof Error ? error.cause : undefined
  const why = cause instanceof Error ? cause.message : (error as Error).message

  return new DeskUnreachable(
    `No desk answers at ${origin} (${why}). Start one with npm start, or name its address with --url.`,
  )
}

/** Milliseconds to wait before this is sent again; undefined when it is not. A desk that never answered is not there. */
function waitBeforeNext(answer: Response | DeskUnreachable, tries: number, isKnown: boolean): number | undefined {
  if (tries >= triesOfOne) return undefined
  if (answer instanceof DeskUnreachable) return isKnown ? firstPauseMs * 2 ** (tries - 1) : undefined
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after') ?? 1)

    return seconds <= longestWaitSeconds ? seconds * 1000 : undefined
  }

  return answer.status >= 502 && answer.status <= 504 ? firstPauseMs * 2 ** (tries - 1) : undefined
}

async function read<S extends z.ZodMiniType>(schema: S, answer: Response, what: string): Promise<z.output<S>> {
  try {
    return z.parse(schema, answer.status === 204 ? null : await answer.json())
  } catch (error) {
    throw new UnexpectedAnswer(`${what} was not answered as this version of the desk does: ${(error as Error).message}`)
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const text = await answer.text()
  try {
    return z.parse(problem, JSON.parse(text))
  } catch {
    return { type: 'about:blank', title: answer.statusText || 'no problem document', status: answer.status }
  }
}

function headersOf({ body, key, version, trackingKey }: Ask): Record<string, string> {
  return {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(trackingKey !== undefined && { 'x-tracking-key': trackingKey }),
  }
}

const cookieHeader = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

function keepCookies(jar: Map<string, string>, answer: Response) {
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (name && value) jar.set(name, value)
    else if (name) jar.delete(name)
  }
}

/** Lets so many pass at once; the others wait in line. */
function openGate(most: number) {
  const line: (() => void)[] = []
  let inside = 0

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside < most) inside += 1
    else await new Promise<void>((enter) => line.push(enter))
    try {
      return await work()
    } finally {
      // Who waits takes the place over, so that nobody slips in between.
      const enter = line.shift()
      if (enter) enter()
      else inside -= 1
    }
  }
}
