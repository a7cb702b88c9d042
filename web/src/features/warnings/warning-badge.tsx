import { useQuery } from '@tanstack/react-query'
import { warningCountsOptions } from './api.ts'

/** How many warnings and letters wait for this person; nothing when none does. */
export function WarningBadge() {
  const { data } = useQuery(warningCountsOptions)
  const waiting = data ? data.unseen + data.letters : 0
  if (waiting === 0) return null

  return (
    <span className="nav-count">
      <span aria-hidden="true">{waiting > 99 ? '99+' : waiting}</span>
      <span className="unseen">({waiting} việc chưa xem)</span>
    </span>
  )
}
