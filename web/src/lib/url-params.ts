import * as z from 'zod/mini'

/**
 * Filters as the address holds them. What the schema does not accept is left out instead of failing: an old or
 * mistyped link still opens the page.
 */
export function readUrlParams<S extends z.ZodMiniType<object>>(schema: S, params: URLSearchParams): z.output<S> {
  const given: Record<string, string> = Object.fromEntries(params)
  const parsed = z.safeParse(schema, given)
  if (parsed.success) return parsed.data

  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const name of names) delete given[name]
  }

  return z.parse(schema, given)
}

/** The address with some filters changed; an empty one is taken out, so that equal pages have equal addresses. */
export function patchUrlParams(params: URLSearchParams, patch: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  next.sort()

  return next
}

/** `?a=1&b=2`, or nothing; parameters without a value are left out. */
export function toQuery(values: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()

  return text ? `?${text}` : ''
}
