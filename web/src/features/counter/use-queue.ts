import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { QueueItem } from '#shared/dossiers/queue-schemas.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { pageRows, type QueueFilters, queueOptions } from './api.ts'
import type { QueueViewEntry } from './queue-views.ts'
import { type Settled, type ShownRow, settle } from './settle.ts'

interface OnScreen extends Settled {
  key: string
  fresh: readonly QueueItem[]
  /** The officer changed something: the next answer may move the rows. */
  mayMove: boolean
}

export interface Queue {
  rows: readonly ShownRow[]
  arrivals: number
  error: Error | null
  isLoading: boolean
  /** Rows of the view before are still on screen. */
  isChanging: boolean
  updatedAt: number
  hasMore: boolean
  loadMore: () => void
  retry: () => void
  /** Lets the rows that were kept back come in, and those that left go. */
  showArrivals: () => void
  /** Called after an own action: its row may leave at once. */
  expectChange: () => void
}

/** The rows of one queue, fresh from the server and still on screen. */
export function useQueue(entry: QueueViewEntry, filters: QueueFilters): Queue {
  const query = useInfiniteQuery(queueOptions(entry, filters))
  const { data, hasNextPage, isFetching, fetchNextPage, isPlaceholderData } = query
  const key = JSON.stringify([entry.slug, filters])
  const all = useMemo(() => data?.pages.flatMap(({ items }) => items), [data])
  // A search answers for the whole unit, whatever the view.
  const due = filters.q ? undefined : entry.due
  const fresh = useMemo(() => all?.filter((row) => due !== 'soon' || urgency(row) === 'soon'), [all, due])

  // Overdue rows come first: the ones that are due soon may begin on a later page.
  const isCut = due === 'soon' && hasNextPage && all?.slice(-pageRows).some((row) => urgency(row) !== 'calm')
  useEffect(() => {
    if (isCut && !isFetching) void fetchNextPage()
  }, [isCut, isFetching, fetchNextPage])

  const [onScreen, setOnScreen] = useState<OnScreen>()
  let shown = onScreen
  if (fresh && !isPlaceholderData && (onScreen?.key !== key || onScreen.fresh !== fresh)) {
    const settled =
      onScreen?.key === key && !onScreen.mayMove ? settle(onScreen.rows, fresh) : { rows: [...fresh], arrivals: 0 }
    shown = { ...settled, key, fresh, mayMove: false }
    setOnScreen(shown)
  }

  return {
    rows: shown?.rows ?? [],
    arrivals: shown?.arrivals ?? 0,
    error: query.error,
    isLoading: query.isPending,
    isChanging: isPlaceholderData,
    updatedAt: query.dataUpdatedAt,
    hasMore: hasNextPage && due !== 'soon',
    loadMore: () => void fetchNextPage(),
    retry: () => void query.refetch(),
    showArrivals: () => setOnScreen((now) => now && { ...now, rows: [...now.fresh], arrivals: 0 }),
    expectChange: () => setOnScreen((now) => now && { ...now, mayMove: true }),
  }
}

/** Where a row stands in the order of the queue, which is the order of urgency. */
function urgency({ nextDueAt, dueSoonAt }: QueueItem): 'overdue' | 'soon' | 'calm' {
  const now = deskNow()
  if (new Date(nextDueAt) < now) return 'overdue'

  return dueSoonAt && new Date(dueSoonAt) <= now ? 'soon' : 'calm'
}
