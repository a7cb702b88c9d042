import type { ReactNode, Ref } from 'react'

interface ScrollRegionProps {
  label: string
  className: string
  ref?: Ref<HTMLElement>
  children: ReactNode
}

/** A part of a page that scrolls by itself: it has a name, and the keyboard reaches it in every browser. */
export function ScrollRegion({ label, className, ref, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, and not every browser does it by itself
    <section ref={ref} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
