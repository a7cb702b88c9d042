import { useEffect } from 'react'

/** Names the page in the tab and for screen readers: what it is, then where it is. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = `${title} – Quầy`
  }, [title])
}
