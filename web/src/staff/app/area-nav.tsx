import { type KeyboardEvent, useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { Role } from '#shared/accounts/schemas.ts'
import { type Area, areasOf } from './areas.ts'

/** Where one may go: what is used every day in the bar itself, the rest behind “Thêm”. */
export function AreaNav({ role }: { role: Role }) {
  const areas = areasOf(role)
  const isRare = ({ rareFor }: Area) => rareFor?.includes(role) ?? false
  const rare = areas.filter(isRare)

  return (
    <nav aria-label="Khu vực">
      {areas
        .filter((area) => !isRare(area))
        .map((area) => (
          <AreaLink key={area.address} area={area} />
        ))}
      {rare.length > 0 && <RareAreas areas={rare} />}
    </nav>
  )
}

function AreaLink({ area: { address, words, badge: Badge }, onClick }: { area: Area; onClick?: () => void }) {
  return (
    <NavLink to={address} onClick={onClick}>
      {words}
      {Badge && <Badge />}
    </NavLink>
  )
}

/**
 * A disclosure of links, as the ARIA practices have it for navigation: Enter or Space opens it, Tab walks through it, Esc
 * closes it and gives the focus back. It closes when a page was chosen, and when the focus or the pointer goes elsewhere.
 */
function RareAreas({ areas }: { areas: readonly Area[] }) {
  const menu = useRef<HTMLDetailsElement>(null)
  const { pathname } = useLocation()
  const here = areas.find(({ address }) => pathname === address || pathname.startsWith(`${address}/`))
  const close = () => menu.current?.removeAttribute('open')
  const closeToButton = () => {
    close()
    menu.current?.querySelector('summary')?.focus()
  }
  useEffect(() => {
    const onPointer = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) menu.current?.removeAttribute('open')
    }
    document.addEventListener('pointerdown', onPointer)

    return () => document.removeEventListener('pointerdown', onPointer)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return
    // Esc means this menu, not the dossier that is open beside it.
    event.preventDefault()
    closeToButton()
  }

  return (
    <details
      ref={menu}
      className="menu from-top"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !menu.current?.contains(relatedTarget)) close()
      }}
    >
      <summary className={here && 'here'}>{here ? `Thêm: ${here.words}` : 'Thêm'}</summary>
      <ul>
        {areas.map((area) => (
          <li key={area.address}>
            <AreaLink area={area} onClick={closeToButton} />
          </li>
        ))}
      </ul>
    </details>
  )
}
