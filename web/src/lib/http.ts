import type { Problem } from '#shared/http/problem.ts'

/** The server refused: `problem` says what happened and what to do, in Vietnamese. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

/** The server was not reached: nothing is known of what happened there, and what was typed is still here. */
export class Offline extends Error {
  constructor() {
    super('Không có mạng, hoặc máy chủ không trả lời. Những gì đã nhập vẫn còn trên máy này.')
  }
}

export interface RequestOptions {
  body?: unknown
  /** For a write on a dossier: the version that was on screen. */
  ifMatch?: number
  /** Made once per intention, and sent again unchanged on every retry. */
  idempotencyKey?: string
  trackingKey?: string
  /** The secret of this device that writes an unfinished dossier. */
  draftKey?: string
  /** For a read: the ETag of what is already here; an unchanged answer comes back as `notModified`. */
  ifNoneMatch?: string
  signal?: AbortSignal
  /** Outlives the page: for what is sent while it closes. */
  keepalive?: boolean
}

export interface Answer {
  /** Undefined for 204 and 304. */
  body: unknown
  etag: string | undefined
  notModified: boolean
  /** The server's real time when it answered. */
  date: string | undefined
}

/**
 * One request to the desk's API. Resolves with the parsed body (undefined for 204), rejects with `Refused` or
 * `Offline`, so that a page has exactly two kinds of bad news.
 */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const { body } = await exchange(method, path, options)

  return body as T
}

/** The same, for those who must also know the ETag. */
export async function exchange(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const isFile = options.body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.body !== undefined && !isFile) headers['content-type'] = 'application/json'
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  if (options.ifNoneMatch) headers['if-none-match'] = options.ifNoneMatch
  if (options.trackingKey) headers['x-tracking-key'] = options.trackingKey
  if (options.draftKey) headers['x-draft-key'] = options.draftKey

  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      body: isFile ? (options.body as FormData) : options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: 'same-origin',
      signal: options.signal,
      keepalive: options.keepalive,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new Offline()
  }
  const etag = response.headers.get('etag') ?? undefined
  const date = response.headers.get('date') ?? undefined
  if (response.status === 204 || response.status === 304) {
    return { body: undefined, etag, notModified: response.status === 304, date }
  }
  const body = await response.json().catch(() => undefined)
  if (!response.ok) {
    throw new Refused(body ?? { type: 'about:blank', title: 'Máy chủ trả lời lạ', status: response.status })
  }

  return { body, etag, notModified: false, date }
}
