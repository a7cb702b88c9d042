import { useQuery } from '@tanstack/react-query'
import type { CalendarChangeView } from '#shared/calendar/schemas.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { Failure } from '#web/src/ui/notice.tsx'
import { changesOptions } from './api.ts'
import { kindWords } from './words.ts'

/** What was recorded lately, by whom, and how many dossiers have been told so far. */
export function RecentChanges() {
  const { data, error, refetch } = useQuery(changesOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || data.items.length === 0) return null

  return (
    <section className="report-part" aria-labelledby="lan-ghi">
      <h2 id="lan-ghi">Những lần ghi gần đây</h2>
      <ul className="change-list">
        {data.items.map((change) => (
          <li key={change.id}>
            <p>
              {change.entries.map(({ id, date, kind, name }) => (
                <span key={id} className="change-entry">
                  {formatIsoDay(date)} {kindWords[kind].words.toLowerCase()}, {name}
                </span>
              ))}
            </p>
            <p className="hint">
              {change.recordedBy}, {formatInstant(change.recordedAt)}
            </p>
            <Progress change={change} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Progress({ change: { id, total, looked, moved, doneAt } }: { change: CalendarChangeView }) {
  if (doneAt) {
    return (
      <p>
        {moved > 0
          ? `Xong: ${moved} hồ sơ đã đổi ngày và được báo.`
          : `Xong: đã tính lại ${looked} hồ sơ, không hồ sơ nào đổi ngày.`}
      </p>
    )
  }
  const labelId = `tien-do-${id}`

  return (
    <p>
      <span id={labelId}>
        {total === null ? 'Đang chờ đến lượt.' : `Đang tính lại ${looked} trên ${total} hồ sơ, ${moved} đã đổi ngày.`}
      </span>
      <progress aria-labelledby={labelId} max={total ?? 1} value={total === null ? undefined : looked} />
    </p>
  )
}
