/** The product's name over its counter: a bar with a gap, like a service window. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <span>Quầy</span>
      <svg width="52" height="5" viewBox="0 0 52 5" aria-hidden="true">
        <path d="M0 2.5h30M40 2.5h12" stroke="currentColor" strokeWidth="5" />
      </svg>
    </span>
  )
}
