import { useQuery } from '@tanstack/react-query'
import { triageOptions } from './api.ts'

/** How many dossiers wait for somebody to find their commune; nothing when none does. */
export function TriageBadge() {
  const { data } = useQuery(triageOptions)
  if (!data || data.waiting === 0) return null

  return (
    <span className="nav-count">
      <span aria-hidden="true">{data.waiting > 99 ? '99+' : data.waiting}</span>
      <span className="unseen">({data.waiting} hồ sơ chờ phân tuyến)</span>
    </span>
  )
}
