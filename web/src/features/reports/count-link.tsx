import { Link } from 'react-router'
import { groupDigits } from '#shared/text/format.ts'

/** A number that opens what it counts, dossiers unless `of` says otherwise; nothing to open for none. */
export function CountLink({
  count,
  to,
  label,
  of = 'hồ sơ',
}: {
  count: number
  to: string
  label: string
  of?: string
}) {
  const words = groupDigits(count)
  if (count === 0) return <span className="zero">0</span>

  return (
    <Link to={to} aria-label={`${label}: ${words} ${of}, xem danh sách`}>
      {words}
    </Link>
  )
}
