import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import type { Role } from '#shared/accounts/schemas.ts'
import { AheadBanner } from '#web/src/features/demo/ahead-banner.tsx'
import { sendAllHeld } from '#web/src/features/dossiers/held-steps.ts'
import { useSignOut } from '#web/src/features/session/api.ts'
import { LineAtDesk } from '#web/src/features/tickets/line-at-desk.tsx'
import { accountOptions } from '#web/src/lib/account.ts'
import { demoOptions } from '#web/src/lib/demo.ts'
import { roleName } from '#web/src/lib/role-names.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { Wordmark } from '#web/src/ui/wordmark.tsx'
import { AreaNav } from './area-nav.tsx'
import { areasOf } from './areas.ts'
import { CommandPalette } from './command-palette.tsx'
import { CounterScanner } from './counter-scanner.tsx'
import { KeyTable } from './key-table.tsx'
import { LeaveFor } from './leave-for.tsx'
import { Preferences } from './preferences.tsx'

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

  // A helper's pages are among the residents', for a phone in the village.
  if (account.role === 'helper') return <LeaveFor address="/ho-tro" />

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
          <AreaNav role={account.role} />
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
        {servesLine(account.role) && <CounterScanner />}
        {servesLine(account.role) && pathname !== '/can-bo/goi-so' && <LineAtDesk />}
      </header>
      {signOut.isError && <Failure error={signOut.error} />}
      <div id="main" className="area" tabIndex={-1}>
        <Suspense
          fallback={
            <main className="page">
              <Loading rows={8} />
            </main>
          }
        >
          <Outlet />
        </Suspense>
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
