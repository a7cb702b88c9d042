import { Link } from 'react-router'

/** A number that opens the dossiers it counts; nothing to open for none. */
export function CountLink({ count, to, label }: { count: number; to: string; label: string }) {
  const words = groupDigits(count)
  if (count === 0) return <span className="zero">0</span>

  return (
    <Link to={to} aria-label={`${label}: ${words} hồ sơ, xem danh sách`}>
      {words}
    </Link>
  )
}

/** `12.480` */
export const groupDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')
