import type { ReactNode } from 'react'
import { badNews } from '../lib/bad-news.ts'
import { Refused } from '../lib/http.ts'
import { Icon, type IconName } from './icons.tsx'

type Tone = 'info' | 'warning' | 'error' | 'good'

const icons: Record<Tone, IconName> = { info: 'dot', warning: 'warning', error: 'warning', good: 'check' }

export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

/** Bad news in words, and a way on: `onRetry` where it is what the page was opened for. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail, traceId } = badNews(error)
  // What is not there is not there at the next try either.
  const isMissing = error instanceof Refused && error.problem.status === 404

  return (
    <Notice tone="error" title={title}>
      <p>{detail}</p>
      {traceId && <p className="hint">Mã sự cố: {traceId}</p>}
      {onRetry &&
        (isMissing ? (
          <a href="/can-bo">Về trang đầu</a>
        ) : (
          <button type="button" onClick={onRetry}>
            Thử lại
          </button>
        ))}
    </Notice>
  )
}

/** Nothing here, why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** Grey lines in the shape of what is coming; said aloud once. */
export function Loading({ rows = 6, words = 'Đang tải…' }: { rows?: number; words?: string }) {
  return (
    <div className="loading" role="status">
      <span className="unseen">{words}</span>
      {Array.from({ length: rows }, (_, row) => `line ${row}`).map((line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  )
}
