import type { StaffEventView } from '#shared/dossiers/dossier-view.ts'
import { formatDay, formatTime } from '#shared/text/format.ts'

/** Everything that ever happened to it, the latest first on screen; nothing in it can be changed. */
export function History({ events }: { events: readonly StaffEventView[] }) {
  return (
    <ol className="history" reversed>
      {[...events].reverse().map(({ seq, occurredAt, text, by, note }) => (
        <li key={seq}>
          <time dateTime={occurredAt.toISOString()}>
            {formatTime(occurredAt)} {formatDay(occurredAt)}
          </time>
          <span>
            {text.vi}
            {by && <span className="hint"> · {by}</span>}
            {note && <q>{note}</q>}
          </span>
        </li>
      ))}
    </ol>
  )
}
