import * as z from 'zod/mini'
import { setServerDate } from './desk-time.ts'
import { exchange } from './http.ts'

interface Known {
  etag: string
  value: unknown
}

/** The last answer of each path that had an ETag; small, because a desk asks for few paths. */
const known = new Map<string, Known>()
const KNOWN_PATHS = 60

/**
 * Reads what `path` answers, decoded by its schema, so that instants are `Date`s and a changed server is noticed
 * here and not in the middle of a page.
 *
 * An answer that carried an ETag is asked for again with it; unchanged, the very same value is returned, so that
 * nothing on screen is drawn anew.
 */
export async function read<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  signal?: AbortSignal,
): Promise<z.output<S>> {
  const before = known.get(path)
  const answer = await exchange('GET', path, { ifNoneMatch: before?.etag, signal })
  if (answer.date) setServerDate(new Date(answer.date))
  if (answer.notModified && before) return before.value as z.output<S>

  const value = z.parse(schema, answer.body)
  remember(path, answer.etag, value)

  return value
}

function remember(path: string, etag: string | undefined, value: unknown) {
  known.delete(path)
  if (!etag) return
  known.set(path, { etag, value })
  const [oldest] = known.keys()
  if (known.size > KNOWN_PATHS && oldest !== undefined) known.delete(oldest)
}
