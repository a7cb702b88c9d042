import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'

export interface SummaryEntry {
  message: string
  /** `#f-phone` on this page, or the address of the page that asks. */
  href?: string
}

/** What is wrong, on top, each with the way to it. Gets the focus when it appears. */
export function ErrorSummary({
  say,
  entries,
  id = 'loi',
  keepsTyped = true,
}: {
  say: Say
  entries: readonly SummaryEntry[]
  id?: string
  /** False where what was typed is not written back, like a tracking key. */
  keepsTyped?: boolean
}) {
  return (
    <div className="error-summary" role="alert" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say(texts.errorSummary)}</h2>
      {keepsTyped && <p>{say(texts.errorSummaryNote)}</p>}
      <ul>
        {entries.map(({ message, href }) => (
          <li key={`${href} ${message}`}>{href ? <a href={href}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
