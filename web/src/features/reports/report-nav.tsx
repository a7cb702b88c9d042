import { NavLink } from 'react-router'

const pages = [
  { address: '/can-bo/bao-cao', words: 'Thời hạn giải quyết' },
  { address: '/can-bo/bao-cao/ii06', words: 'Biểu II.06' },
  { address: '/can-bo/bao-cao/766', words: 'Chỉ số 766' },
  { address: '/can-bo/bao-cao/tep', words: 'Tệp đã xuất' },
] as const

/** The kinds of reports, on top of each of their pages. */
export function ReportNav() {
  return (
    <nav className="report-nav no-print" aria-label="Loại báo cáo">
      {pages.map(({ address, words }) => (
        <NavLink key={address} to={address} end={address === '/can-bo/bao-cao'}>
          {words}
        </NavLink>
      ))}
    </nav>
  )
}
