import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { topicName } from '#shared/complaints/topic-name.ts'
import { type MorningView, morningView } from '#shared/counter/schemas.ts'
import { actionName } from '#shared/dossiers/names.ts'
import { complaintKindNames } from '#shared/i18n/complaints.ts'
import { formatInstant } from '#shared/text/format.ts'
import { useDeskNow } from '#web/src/lib/desk-time.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { read } from '#web/src/lib/read.ts'
import { timeLeft } from '#web/src/lib/time-left.ts'
import { timedRow } from '#web/src/lib/timed.ts'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { TimeLeftBar } from '#web/src/ui/time-left-bar.tsx'
import { deskKey } from './api.ts'

/** What the head of a unit reads first: today's risks and what to take now, complaints, people and load, what residents said. */
export function MorningPage() {
  usePageTitle('Buổi sáng')
  const { data, error, refetch } = useQuery({
    queryKey: [...deskKey, 'morning'],
    queryFn: ({ signal }) => read(morningView, '/api/desk/morning', signal),
    refetchInterval: 30_000,
  })
  if (error && !data)
    return (
      <main className="page">
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    )
  if (!data)
    return (
      <main className="page">
        <Loading rows={8} words="Đang xem việc của đơn vị…" />
      </main>
    )

  return (
    <main className="page morning">
      <h1>Việc sáng nay</h1>
      <p>{summaryOf(data.counts)}</p>
      <Risks risks={data.risks} total={data.counts.late + data.counts.today + data.counts.soon} />
      <Complaints complaints={data.complaints} />
      <People people={data.people} />
      <Ratings ratings={data.ratings} />
      <p className="hint">Tính đến {formatInstant(data.at)}. Hồ sơ đang chờ công dân bổ sung không tính vào đây.</p>
    </main>
  )
}

function summaryOf({ late, today, toSign, unclaimed }: MorningView['counts']): string {
  const parts = [
    late > 0 && `${late} hồ sơ quá hạn`,
    today > 0 && `${today} phải xong hôm nay`,
    toSign > 0 && `${toSign} chờ ký`,
    unclaimed > 0 && `${unclaimed} chưa ai nhận`,
  ].filter(Boolean)

  return parts.length > 0 ? `${parts.join(', ')}.` : 'Không có hồ sơ nào gấp.'
}

function Risks({ risks, total }: { risks: MorningView['risks']; total: number }) {
  const now = useDeskNow()
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)

  return (
    <section aria-labelledby="risks-title">
      <h2 id="risks-title">Việc phải làm trước</h2>
      {risks.length === 0 && <Empty title="Hôm nay không có hồ sơ nào có thể trễ." />}
      {risks.length > 0 && (
        <table className="plain-table">
          <caption className="unseen">Hồ sơ có thể trễ, gấp nhất trước</caption>
          <thead>
            <tr>
              <th scope="col">Hồ sơ</th>
              <th scope="col">Còn lại</th>
              <th scope="col">Ai giữ</th>
              <th scope="col">Bước tiếp theo</th>
            </tr>
          </thead>
          <tbody>
            {risks.map(({ item, next, isUnclaimed }) => (
              <tr key={item.code}>
                <th scope="row">
                  <Link to={`/can-bo/ban-xu-ly/tat-ca/${item.code}`}>{item.applicantName}</Link>{' '}
                  <span className="hint">{procedures.get(item.procedure) ?? item.procedure}</span>
                </th>
                <td>
                  <TimeLeftBar left={timeLeft(timedRow(item), now)} />
                </td>
                <td>{item.holder?.name ?? (isUnclaimed ? <strong>chưa ai nhận</strong> : '–')}</td>
                <td>{actionName(next).vi}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {total > risks.length && (
        <p>
          <Link to="/can-bo/ban-xu-ly/sap-han">Xem tất cả {total} hồ sơ gấp</Link>
        </p>
      )}
    </section>
  )
}

/** Each opens among all complaints, where it is answered. */
function Complaints({ complaints: { open, late, first } }: { complaints: MorningView['complaints'] }) {
  return (
    <section aria-labelledby="complaints-title">
      <h2 id="complaints-title">Phản ánh, yêu cầu phải trả lời</h2>
      {open === 0 ? (
        <p>Không có phản ánh, yêu cầu nào đang chờ.</p>
      ) : (
        <>
          <p>
            {open} đang chờ{late > 0 && `, ${late} đã trễ hẹn`}.
          </p>
          <ul>
            {first.map(({ id, code, kind, topic, dueAt, isReplied, isLate }) => (
              <li key={id}>
                <Link to={`/can-bo/phan-anh#complaint-${id}`}>
                  {complaintKindNames[kind].vi}
                  {kind === 'complaint' && `: ${topicName(topic).vi}`}
                </Link>{' '}
                <span className="hint">{code}</span>{' '}
                {dueAt
                  ? `${isReplied ? 'trả lời' : 'nhận hoặc từ chối'} trước ${formatInstant(dueAt)}`
                  : 'đang chờ người gửi trả lời thêm'}
                {isLate && <span className="tag">trễ hẹn</span>}
              </li>
            ))}
          </ul>
          {open > first.length && (
            <p>
              <Link to="/can-bo/phan-anh">Xem tất cả {open} phản ánh, yêu cầu</Link>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function People({ people }: { people: MorningView['people'] }) {
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">Ai đang giữ bao nhiêu</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Cán bộ</th>
            <th scope="col" className="number">
              Đang giữ
            </th>
            <th scope="col" className="number">
              Quá hạn
            </th>
            <th scope="col" className="number">
              Hạn hôm nay
            </th>
            <th scope="col" className="number">
              Xong 7 ngày qua
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, open, late, today, endedThisWeek }) => (
            <tr key={id ?? 'nobody'}>
              <th scope="row">{name}</th>
              <td className="number">{open}</td>
              <td className="number">{late}</td>
              <td className="number">{today}</td>
              <td className="number">{id ? endedThisWeek : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Ratings({ ratings: { count, average, low } }: { ratings: MorningView['ratings'] }) {
  return (
    <section aria-labelledby="ratings-title">
      <h2 id="ratings-title">Công dân nói gì trong 30 ngày qua</h2>
      {count === 0 ? (
        <p>Chưa có đánh giá nào.</p>
      ) : (
        <p>
          {count} đánh giá, trung bình {average?.toLocaleString('vi-VN')} trên 5.
        </p>
      )}
      {low.length > 0 && (
        <ul>
          {low.map(({ code, score, comment, at }) => (
            <li key={code}>
              <Link to={`/can-bo/ban-xu-ly/tat-ca/${code}`}>{score} điểm</Link>, {formatInstant(at)}
              {comment && `: “${comment}”`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
