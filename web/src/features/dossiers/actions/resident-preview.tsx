import type { ReactNode } from 'react'

/** What the resident will read, word for word, while it is being written. */
export function ResidentPreview({ children }: { children: ReactNode }) {
  return (
    <section className="resident-preview" aria-label="Công dân sẽ đọc">
      <p className="preview-title">Công dân sẽ đọc</p>
      {children}
    </section>
  )
}
