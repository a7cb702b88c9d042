import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type * as z from 'zod/mini'
import { patchUrlParams, readUrlParams } from './url-params.ts'

/** The page's filters, kept in its address: they survive reloading, and can be sent to a colleague. */
export function useUrlState<S extends z.ZodMiniType<object>>(schema: S) {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readUrlParams(schema, params), [schema, params])

  const change = (patch: { [K in keyof z.output<S>]?: string | undefined }, options: { replace?: boolean } = {}) =>
    setParams((before) => patchUrlParams(before, patch as Record<string, string | undefined>), options)

  return [state, change] as const
}
