import { infiniteQueryOptions } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { read } from './read.ts'
import { toQuery } from './url-params.ts'

/** A list that the desk gives page by page, each with the cursor of the next. Filters are part of the key and of the address. */
export const cursorPages = <View extends { nextCursor?: string | undefined }>(
  queryKey: readonly unknown[],
  view: z.ZodMiniType<View>,
  path: string,
  filters: Record<string, string | number | undefined>,
) =>
  infiniteQueryOptions({
    queryKey: [...queryKey, filters],
    queryFn: ({ pageParam, signal }) => read(view, `${path}${toQuery({ ...filters, cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: View) => nextCursor,
  })
