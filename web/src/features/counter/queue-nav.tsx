import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { countsOptions, type QueueFilters } from './api.ts'
import { type QueueViewEntry, queueViewEntries } from './queue-views.ts'
import { SavedFilters } from './saved-filters.tsx'

interface QueueNavProps {
  /** None while the whole unit is searched. */
  selected: QueueViewEntry | undefined
  filters: QueueFilters
  /** What the page shows now, as an address without the open dossier. */
  address: string
  /** The address of a queue, with the filters that go along. */
  addressOf: (entry: QueueViewEntry) => string
  onClaimNext?: (() => void) | undefined
  isClaiming: boolean
}

/** The left pane: what to take next, and the queues with their counts. */
export function QueueNav({ selected, filters, address, addressOf, onClaimNext, isClaiming }: QueueNavProps) {
  const { data: counts } = useQuery(countsOptions(filters))

  const link = (entry: QueueViewEntry) => {
    const count = entry.count && counts?.[entry.count]

    return (
      <li key={entry.slug}>
        <Link
          to={addressOf(entry)}
          aria-current={entry === selected ? 'page' : undefined}
          className={entry.due && count ? `queue-link ${entry.due}` : 'queue-link'}
        >
          <span>{entry.words}</span>
          {count !== undefined && <span className="count">{count}</span>}
        </Link>
      </li>
    )
  }

  return (
    <nav className="queue-nav" aria-label="Các hàng hồ sơ">
      {onClaimNext && (
        <button
          type="button"
          className="primary wide"
          disabled={isClaiming}
          onClick={onClaimNext}
          aria-keyshortcuts="n"
        >
          Lấy hồ sơ tiếp theo <KeyHint name="claimNext" />
        </button>
      )}
      <h2>Hàng hồ sơ</h2>
      <ul>{queueViewEntries.filter(({ group }) => group === 'state').map(link)}</ul>
      <h2>Theo hạn</h2>
      <ul>{queueViewEntries.filter(({ group }) => group === 'time').map(link)}</ul>
      <SavedFilters unit={filters.unit} address={address} />
    </nav>
  )
}
