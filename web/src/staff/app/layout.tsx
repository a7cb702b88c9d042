import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { Navigate, NavLink, Outlet, useLocation } from 'react-router'
import type { Role } from '#shared/accounts/schemas.ts'
import { AheadBanner } from '#web/src/features/demo/ahead-banner.tsx'
import { sendAllHeld } from '#web/src/features/dossiers/held-steps.ts'
import { useSignOut } from '#web/src/features/session/api.ts'
import { LineAtDesk } from '#web/src/features/tickets/line-at-desk.tsx'
import { WarningBadge } from '#web/src/features/warnings/warning-badge.tsx'
import { accountOptions } from '#web/src/lib/account.ts'
import { demoOptions } from '#web/src/lib/demo.ts'
import { roleName } from '#web/src/lib/role-names.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { Wordmark } from '#web/src/ui/wordmark.tsx'
import { CommandPalette } from './command-palette.tsx'
import { KeyTable } from './key-table.tsx'
import { Preferences } from './preferences.tsx'

interface Area {
  address: string
  words: string
  roles: readonly Role[]
  /** How much waits there. */
  badge?: ComponentType
}

/** The areas of each role, the first one being where the role begins. The server decides again on every request. */
const areas: readonly Area[] = [
  { address: '/can-bo/ban-xu-ly', words: 'Bàn xử lý', roles: ['officer', 'commander'] },
  { address: '/can-bo/sang', words: 'Buổi sáng', roles: ['commander'] },
  { address: '/can-bo/ky-so', words: 'Ký số', roles: ['commander'] },
  { address: '/can-bo/so-theo-doi', words: 'Sổ theo dõi', roles: ['officer', 'commander'] },
  { address: '/can-bo/luu-tru', words: 'Lưu trữ', roles: ['officer', 'commander', 'supervisor'] },
  { address: '/can-bo/goi-bao-tin', words: 'Gọi báo tin', roles: ['officer', 'commander'] },
  { address: '/can-bo/goi-so', words: 'Gọi số', roles: ['officer', 'commander'] },
  { address: '/can-bo/bao-cao', words: 'Báo cáo', roles: ['supervisor', 'commander'] },
  {
    address: '/can-bo/canh-bao',
    words: 'Cảnh báo',
    roles: ['officer', 'commander', 'supervisor'],
    badge: WarningBadge,
  },
  { address: '/can-bo/doi-soat', words: 'Đối soát', roles: ['officer', 'commander', 'supervisor'] },
  { address: '/can-bo/phan-anh', words: 'Phản ánh', roles: ['commander', 'supervisor'] },
  { address: '/can-bo/lich', words: 'Lịch làm việc', roles: ['administrator'] },
  { address: '/can-bo/dong-ho', words: 'Đồng hồ mô phỏng', roles: ['administrator'] },
  { address: '/can-bo/su-co', words: 'Sự cố', roles: ['administrator'] },
]

const areasOf = (role: Role) => areas.filter(({ roles }) => roles.includes(role))

const servesLine = (role: Role) => role === 'officer' || role === 'commander'

/** The frame of every staff page: who is here, where one may go, and the way out. Without a session, the way in. */
export function Layout() {
  const { pathname, search } = useLocation()
  const { data: account, error, isPending, refetch } = useQuery(accountOptions)
  // What time it is at the desk must be known before anything is said about time.
  const { isPending: isTimeUnknown } = useQuery(demoOptions)
  const signOut = useSignOut()
  const [showsKeys, setShowsKeys] = useState(false)
  useShortcuts({ help: () => setShowsKeys(true) })

  if (isPending || isTimeUnknown)
    return (
      <main className="page">
        <Loading rows={3} words="Đang mở bàn xử lý…" />
      </main>
    )
  if (error && !account)
    return (
      <main className="page">
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    )
  if (!account)
    return (
      <Navigate
        to={
          pathname === '/can-bo' ? '/can-bo/dang-nhap' : `/can-bo/dang-nhap?ve=${encodeURIComponent(pathname + search)}`
        }
        replace
      />
    )

  return (
    <div className="frame">
      <a className="skip" href="#main">
        Đến nội dung
      </a>
      <header>
        <div className="top-bar">
          <Wordmark />
          <span className="posting">
            {account.role === 'officer' || account.role === 'commander'
              ? `Công an ${account.unit.name.replace(/^./, (letter) => letter.toLowerCase())}`
              : account.unit.name}
          </span>
          <nav aria-label="Khu vực">
            {areasOf(account.role).map(({ address, words, badge: Badge }) => (
              <NavLink key={address} to={address}>
                {words}
                {Badge && <Badge />}
              </NavLink>
            ))}
          </nav>
          <span className="person">
            {account.name} <span className="hint">{roleName(account.role)}</span>
          </span>
          <button
            type="button"
            className="quiet"
            onClick={() => setShowsKeys(true)}
            aria-keyshortcuts="?"
            title="Bảng phím"
          >
            <KeyHint name="help" />
            <span className="unseen">Bảng phím</span>
          </button>
          <Preferences />
          <button
            type="button"
            disabled={signOut.isPending}
            onClick={() => void sendAllHeld().then(() => signOut.mutate())}
          >
            Đăng xuất
          </button>
        </div>
        <AheadBanner />
        {servesLine(account.role) && pathname !== '/can-bo/goi-so' && <LineAtDesk />}
      </header>
      {signOut.isError && <Failure error={signOut.error} />}
      <div id="main" className="area" tabIndex={-1}>
        <Outlet />
      </div>
      <CommandPalette areas={areasOf(account.role)} />
      {showsKeys && <KeyTable onClose={() => setShowsKeys(false)} />}
    </div>
  )
}

/** Where a person begins, by role. */
export function Home() {
  const { data: account } = useQuery(accountOptions)
  const [first] = account ? areasOf(account.role) : []

  return <Navigate to={first?.address ?? '/can-bo/dang-nhap'} replace />
}
