import { type MouseEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { formatTime } from '#shared/text/format.ts'
import { useDeskNow } from '#web/src/lib/desk-time.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueRow } from './queue-row.tsx'
import type { QueueViewEntry } from './queue-views.ts'
import type { Queue } from './use-queue.ts'

interface QueueListProps {
  entry: QueueViewEntry
  queue: Queue
  filters: { q: string; procedure: string }
  onFilter: (patch: { q?: string; procedure?: string }) => void
  openCode: string | undefined
  addressOf: (code: string) => string
  onOpen: (code: string) => void
  procedures: ReadonlyMap<string, string>
  myName: string
  presence: ReadonlyMap<string, readonly string[]>
  picked: ReadonlySet<string>
  onPick: (code: string) => void
  isLive: boolean
}

/** The middle pane: the rows of one queue, the most urgent first. */
export function QueueList(props: QueueListProps) {
  const { entry, queue, filters, onFilter, openCode, onOpen, onPick, procedures, isLive } = props
  const rows = useRef<HTMLOListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  useRowKeys(rows, openCode, onOpen, onPick)
  useShortcuts({
    search: () => search.current?.select(),
    refresh: queue.showArrivals,
  })
  const isFiltered = filters.q !== '' || filters.procedure !== ''

  return (
    <section className="queue-list" aria-labelledby="queue-title">
      <header>
        <div className="queue-head">
          <h1 id="queue-title">{filters.q ? `Tìm “${filters.q}”` : entry.words}</h1>
          {queue.arrivals > 0 && (
            <button type="button" className="pill" onClick={queue.showArrivals} aria-keyshortcuts=".">
              {queue.arrivals} mới <Icon name="up" size={12} />
            </button>
          )}
          <Freshness isLive={isLive} queue={queue} />
        </div>
        <QueueFilters {...filters} procedures={procedures} search={search} onChange={onFilter} />
      </header>
      <div className="queue-scroll" aria-busy={queue.isLoading || queue.isChanging}>
        {queue.error && queue.rows.length === 0 && <Failure error={queue.error} onRetry={queue.retry} />}
        {queue.isLoading && !queue.error && <Loading rows={10} words="Đang tải hàng hồ sơ…" />}
        {!queue.isLoading && !queue.error && queue.rows.length === 0 && (
          <EmptyQueue entry={entry} isFiltered={isFiltered} onClear={() => onFilter({ q: '', procedure: '' })} />
        )}
        <Rows {...props} list={rows} />
        {queue.hasMore && (
          <button type="button" className="quiet wide" onClick={queue.loadMore}>
            Xem thêm
          </button>
        )}
      </div>
    </section>
  )
}

function Rows({
  queue,
  openCode,
  addressOf,
  onOpen,
  procedures,
  myName,
  presence,
  picked,
  list,
}: QueueListProps & { list: RefObject<HTMLOListElement | null> }) {
  const now = useDeskNow()
  const openRow = useRowClick(onOpen)
  useEffect(() => {
    const opened = openCode && list.current?.querySelector(`a[data-code="${CSS.escape(openCode)}"]`)
    if (opened) opened.scrollIntoView({ block: 'nearest' })
  }, [openCode, list])

  return (
    <ol ref={list} className={queue.isChanging ? 'changing' : undefined}>
      {queue.rows.map((row) => (
        <QueueRow
          key={row.code}
          row={row}
          address={addressOf(row.code)}
          onClick={openRow}
          isOpen={row.code === openCode}
          now={now}
          procedureName={procedures.get(row.procedure) ?? row.procedure}
          myName={myName}
          viewers={presence.get(row.code) ?? nobody}
          isPicked={picked.has(row.code)}
        />
      ))}
    </ol>
  )
}

const nobody: readonly string[] = []

/** Opens the row that was clicked; the function stays the same, so that no row is drawn again for it. */
function useRowClick(onOpen: (code: string) => void) {
  const latest = useRef(onOpen)
  useEffect(() => {
    latest.current = onOpen
  })

  return useCallback((event: MouseEvent<HTMLAnchorElement>) => {
    // Another tab or window belongs to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { code } = event.currentTarget.dataset
    if (code) latest.current(code)
  }, [])
}

function EmptyQueue({
  entry,
  isFiltered,
  onClear,
}: {
  entry: QueueViewEntry
  isFiltered: boolean
  onClear: () => void
}) {
  if (!isFiltered) return <Empty title={entry.emptyWords} />

  return (
    <Empty title="Không có hồ sơ nào khớp với bộ lọc.">
      <p>
        Tìm được theo tên không dấu, chữ đầu (ntma), địa chỉ, mã hoặc đuôi mã, đủ số điện thoại hoặc 12 số định danh.
      </p>
      <button type="button" onClick={onClear}>
        Bỏ bộ lọc
      </button>
    </Empty>
  )
}

/** Whether what is on screen is the present; when it is not, from when it is. */
function Freshness({ isLive, queue }: { isLive: boolean; queue: Queue }) {
  if (queue.error && queue.rows.length > 0) {
    return (
      <span className="freshness stale" role="status">
        Mất kết nối · dữ liệu lúc {formatTime(new Date(queue.updatedAt))}
      </span>
    )
  }

  return (
    <span className={isLive ? 'freshness live' : 'freshness'}>{isLive ? 'Trực tiếp' : 'Cập nhật mỗi 30 giây'}</span>
  )
}

/** J and K walk over the rows by moving the focus, so that Enter opens the row like any link. */
function useRowKeys(
  list: RefObject<HTMLOListElement | null>,
  openCode: string | undefined,
  onOpen: (code: string) => void,
  onPick: (code: string) => void,
) {
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-code]') ?? [])]
  const current = (all: HTMLAnchorElement[]) => {
    const focused = all.indexOf(document.activeElement as HTMLAnchorElement)

    return focused >= 0 ? focused : all.findIndex(({ dataset }) => dataset.code === openCode)
  }
  const move = (step: 1 | -1) => {
    const all = links()
    const at = current(all)
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  useShortcuts({
    next: () => move(1),
    previous: () => move(-1),
    open: () => {
      const all = links()
      const code = all[Math.max(0, current(all))]?.dataset.code
      if (code) onOpen(code)
    },
    select: () => {
      const code = links()[Math.max(0, current(links()))]?.dataset.code
      if (code) onPick(code)
    },
  })
}
