import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { countsOptions } from './api.ts'
import { type QueueViewEntry, queueViewEntries } from './queue-views.ts'

interface QueueNavProps {
  /** None while the whole unit is searched. */
  selected: QueueViewEntry | undefined
  unit: string | undefined
  /** The address of a queue, with the filters that go along. */
  addressOf: (entry: QueueViewEntry) => string
  onClaimNext?: (() => void) | undefined
  isClaiming: boolean
}

/** The left pane: what to take next, and the queues with their counts. */
export function QueueNav({ selected, unit, addressOf, onClaimNext, isClaiming }: QueueNavProps) {
  const { data: counts } = useQuery(countsOptions(unit))

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
    </nav>
  )
}
