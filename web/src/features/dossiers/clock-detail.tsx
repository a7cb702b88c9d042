import { useQuery } from '@tanstack/react-query'
import { WORKDAY_MINUTES } from '#shared/sla/calendar.ts'
import {
  type ClockPause,
  type DossierClockView,
  dossierClockView,
  type TurnMinutes,
} from '#shared/sla/clock-schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { read } from '#web/src/lib/read.ts'
import { DAY_MINUTES, spanWords } from '#web/src/lib/span-words.ts'
import { Failure, Loading } from '#web/src/ui/notice.tsx'

/** The pauses with the events that opened and closed them, a letter of apology, and whose turn every minute was. */
export function ClockDetail({ code, version }: { code: string; version: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['dossier', code, 'clock', version],
    queryFn: ({ signal }) => read(dossierClockView, `/api/dossiers/${code}/clock`, signal),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={3} />

  return (
    <>
      {data.pauses.length > 0 && <Pauses pauses={data.pauses} />}
      {data.extension && <Extension extension={data.extension} />}
      <Turns turns={data.turns} />
    </>
  )
}

function Pauses({ pauses }: { pauses: readonly ClockPause[] }) {
  return (
    <div className="turns">
      <p>Những lần thời hạn tạm dừng:</p>
      <ol className="clock-steps">
        {pauses.map(({ from, to, workingMinutes, movesDueDate, openedBy, closedBy }) => (
          <li key={from.toISOString()}>
            {formatInstant(from)} đến {to ? formatInstant(to) : 'nay'}, {spanWords(workingMinutes, WORKDAY_MINUTES)} làm
            việc
            {!movesDueDate && ', bắt đầu sau ngày hẹn nên không lùi ngày'}.
            {openedBy && ` Mở bởi bước ${openedBy.seq}: ${openedBy.text.vi}`}
            {closedBy && ` Đóng bởi bước ${closedBy.seq}: ${closedBy.text.vi}`}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Extension({ extension }: { extension: NonNullable<DossierClockView['extension']> }) {
  return (
    <p className="turns">
      Đã xin lỗi và hẹn lại {formatInstant(extension.dueAt)}
      {extension.sentLate && ', thư gửi muộn'}. Ngày hẹn đầu vẫn dùng để đánh giá đúng hay quá hạn.
    </p>
  )
}

const turnWords: readonly [keyof TurnMinutes, string][] = [
  ['office', 'Công an xã'],
  ['resident', 'Công dân'],
  ['agency', 'Cơ quan khác'],
  ['system', 'Hệ thống ngừng'],
]

/** Whose turn it was, in working time and by the calendar: the parts add up to the whole. */
function Turns({ turns: { workingMinutes, elapsedMinutes } }: { turns: DossierClockView['turns'] }) {
  const whole = sumOf(workingMinutes)
  const parts = turnWords.filter(([who]) => elapsedMinutes[who] > 0)
  if (parts.length === 0) return null

  return (
    <div className="turns">
      {whole > 0 && (
        <div className="turns-bar" aria-hidden="true">
          {parts.map(([who]) => (
            <span key={who} className={who} style={{ inlineSize: `${(workingMinutes[who] / whole) * 100}%` }} />
          ))}
        </div>
      )}
      <table className="plain-table">
        <caption>Từ lúc nộp, thời gian thuộc về</caption>
        <thead>
          <tr>
            <th scope="col">Ai phải làm</th>
            <th scope="col" className="number">
              Giờ làm việc
            </th>
            <th scope="col" className="number">
              Cả ngày đêm
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(([who, words]) => (
            <tr key={who}>
              <th scope="row" className={who}>
                {words}
              </th>
              <td className="number">{spanWords(workingMinutes[who], WORKDAY_MINUTES)}</td>
              <td className="number">{spanWords(elapsedMinutes[who], DAY_MINUTES)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Cộng</th>
            <td className="number">{spanWords(whole, WORKDAY_MINUTES)}</td>
            <td className="number">{spanWords(sumOf(elapsedMinutes), DAY_MINUTES)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

const sumOf = ({ office, resident, agency, system }: TurnMinutes): number => office + resident + agency + system
