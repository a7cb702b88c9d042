import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { topicName } from '#shared/complaints/topic-name.ts'
import { monthHolding } from '#shared/reports/ii06-periods.ts'
import { complaintClassesText, indicatorTexts } from '#shared/reports/service-quality-indicators.ts'
import type { QualityComplaintView } from '#shared/reports/service-quality-schemas.ts'
import { formatInstant, groupDigits, localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { MoreRows } from '#web/src/ui/more-rows.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { complaintFilters, complaintsBehindOptions, qualityAddress } from './api.ts'
import { partWords } from './part-words.ts'

/** The complaints behind one part of an indicator, by the codes of their dossiers; what they say is for who answers them. */
export function ComplaintsBehindPage() {
  const [{ indicator = '5.2', part = 'denominator', topic, period = monthHolding(localDayOf(deskNow())).name, unit }] =
    useUrlState(complaintFilters)
  const { name, formula } = indicator === '5.1' ? complaintClassesText : indicatorTexts[indicator]
  const which = topic ? topicName(topic).vi.toLocaleLowerCase('vi') : partWords[part]
  usePageTitle(`Chỉ số ${indicator}, ${which}`)
  const query = useInfiniteQuery(complaintsBehindOptions({ period, unit, indicator, part, topic }))
  const { data, error, refetch } = query
  const rows = data?.pages.flatMap(({ items }) => items) ?? []

  return (
    <main className="page drill-page">
      <nav aria-label="Đường dẫn" className="no-print">
        <Link to={qualityAddress({ period, unit })}>← Chỉ số 766</Link>
      </nav>
      <h1>
        {indicator} {name.vi}, {which}
        {data?.pages[0] && <>: {groupDigits(data.pages[0].total)} phản ánh</>}
      </h1>
      <p className="hint">{formula.vi}.</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={10} />}
      {data && rows.length === 0 && <Empty title="Không có phản ánh nào." />}
      {rows.length > 0 && (
        <DataTable
          caption={`Chỉ số ${indicator}, danh sách phản ánh`}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
      <MoreRows query={query} shown={rows.length} />
    </main>
  )
}

const instantColumn = (
  id: 'receivedAt' | 'replyDueAt' | 'repliedAt' | 'answerDueAt' | 'closedAt',
  header: string,
): Column<QualityComplaintView> => ({
  id,
  header,
  value: (row) => row[id]?.toISOString() ?? null,
  cell: (row) => row[id] && formatInstant(row[id]),
})

const columns: Column<QualityComplaintView>[] = [
  {
    id: 'code',
    header: 'Mã hồ sơ',
    value: ({ code }) => code,
    cell: ({ code }) =>
      code ? (
        <Link className="code" to={`/can-bo/ho-so/${code}`}>
          {code}
        </Link>
      ) : (
        'đã chuyển đơn vị khác'
      ),
  },
  { id: 'topic', header: 'Loại', value: ({ topic }) => topicName(topic).vi },
  { id: 'unit', header: 'Xã, phường', value: ({ unitName }) => unitName.vi },
  instantColumn('receivedAt', 'Nhận lúc'),
  instantColumn('replyDueAt', 'Hạn nhận, từ chối'),
  instantColumn('repliedAt', 'Đã nhận, từ chối'),
  instantColumn('answerDueAt', 'Hạn trả lời'),
  instantColumn('closedAt', 'Trả lời lúc'),
  { id: 'late', header: 'Đúng hạn', value: ({ isLate }) => (isLate ? 'trễ hạn' : 'đúng hạn') },
  {
    id: 'satisfied',
    header: 'Người gửi đánh giá',
    value: ({ isSatisfied }) => (isSatisfied === null ? null : isSatisfied ? 'thỏa đáng' : 'chưa thỏa đáng'),
  },
]
