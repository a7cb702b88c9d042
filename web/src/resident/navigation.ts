import { useSyncExternalStore } from 'react'

/**
 * The few addresses of the form: `/nop/<procedure>/<step>[/<field>/<person>][?ve=kiem-tra]`. Each is an entry of the
 * browser's history, so that Back goes back a question and a reload stays where it was.
 */
const moved = 'quay:moved'

function subscribe(listener: () => void) {
  window.addEventListener('popstate', listener)
  window.addEventListener(moved, listener)

  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(moved, listener)
  }
}

/** The address without its origin, followed as it changes. */
export const useAddress = () => useSyncExternalStore(subscribe, () => location.pathname + location.search)

export function go(address: string, { replace = false } = {}) {
  if (replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  window.dispatchEvent(new Event(moved))
}

export interface Place {
  /** The step's part of the address; empty on the form's own address. */
  step: string
  /** One person of a list. */
  field?: string
  index?: number
  /** The reader came from the last page to mend something, and wants to go straight back. */
  toCheck: boolean
}

export function readPlace(address: string): Place {
  const { pathname, searchParams } = new URL(address, 'http://desk.invalid')
  const [, , , step = '', field, index] = pathname.split('/')

  return {
    step,
    ...(field && index && /^\d+$/.test(index) && { field, index: Number(index) }),
    toCheck: searchParams.get('ve') === 'kiem-tra',
  }
}

export function addressOf(
  procedure: string,
  step: string,
  { toCheck = false, field, index }: Partial<Place> = {},
): string {
  const person = field !== undefined && index !== undefined ? `/${field}/${index}` : ''

  return `/nop/${procedure}/${step}${person}${toCheck ? '?ve=kiem-tra' : ''}`
}

/**
 * Links within the form change the screen without leaving the page; links of an error summary lead into the control
 * they name, with its question in sight.
 */
export function followLinks(root: HTMLElement) {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href') ?? ''
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    if (href.startsWith('/nop/')) {
      event.preventDefault()
      go(href)
    } else if (href.startsWith('#')) {
      const control = document.getElementById(href.slice(1))
      if (!control) return
      event.preventDefault()
      ;(control.closest('.field') ?? control).scrollIntoView()
      control.focus({ preventScroll: true })
    }
  })
}
