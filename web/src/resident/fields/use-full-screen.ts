import { type RefObject, useEffect, useRef } from 'react'

/**
 * Makes an element the whole screen for as long as it is there: an entry in the browser's history, so that Back closes
 * it; Escape does too; Tab stays inside; and the focus returns to what opened it. Returns the way to close it.
 */
export function useFullScreen(screen: RefObject<HTMLElement | null>, onClose: () => void): () => void {
  const newest = useRef(onClose)
  newest.current = onClose

  useEffect(() => {
    const opener = document.activeElement
    const closedByBack = () => newest.current()
    history.pushState({ fullScreen: true }, '')
    window.addEventListener('popstate', closedByBack)
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return
      if (event.key === 'Escape') history.back()
      if (event.key === 'Tab') keepInside(screen.current, event)
    }
    document.addEventListener('keydown', onKey)
    document.documentElement.classList.add('has-full-screen')

    return () => {
      window.removeEventListener('popstate', closedByBack)
      document.removeEventListener('keydown', onKey)
      document.documentElement.classList.remove('has-full-screen')
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [screen])

  // Leaving through a button also takes the entry out of the history, which tells `popstate`.
  return () => history.back()
}

function keepInside(screen: HTMLElement | null, event: KeyboardEvent) {
  const stops = [...(screen?.querySelectorAll<HTMLElement>('button, input, a[href]') ?? [])].filter(
    (stop) => !stop.hidden,
  )
  const [first, last] = [stops.at(0), stops.at(-1)]
  if (!first || !last) return
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault()
    first.focus()
  }
}
