import type { CalendarDay } from '#shared/calendar/schemas.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { kindWords, scopeWords, sessionWords } from './words.ts'

interface EntryListProps {
  year: number
  days: readonly CalendarDay[]
  onWithdraw: (day: CalendarDay) => void
}

/** Every entry of the year with its document, also what no longer holds: nothing that was recorded disappears. */
export function EntryList({ year, days, onWithdraw }: EntryListProps) {
  return (
    <DataTable
      caption={`Các ngày đã ghi của năm ${year}`}
      columns={columnsFor(onWithdraw)}
      rows={days}
      keyOf={({ id }) => id}
    />
  )
}

const marks: Record<string, string> = {
  seen: 'đã xem văn bản',
  memory: 'ghi theo trí nhớ, cần đối chiếu',
  derived: 'suy ra từ luật',
}

const columnsFor = (onWithdraw: EntryListProps['onWithdraw']): Column<CalendarDay>[] => [
  { id: 'date', header: 'Ngày', value: ({ date }) => date, cell: ({ date }) => formatIsoDay(date) },
  { id: 'kind', header: 'Loại', value: ({ kind }) => kindWords[kind].words },
  {
    id: 'name',
    header: 'Tên ngày',
    value: ({ name }) => name,
    cell: ({ name, sessions }) => (
      <>
        {name}
        {sessions && <span className="hint"> (làm việc {sessionWords(sessions)})</span>}
      </>
    ),
  },
  { id: 'scope', header: 'Phạm vi', value: ({ scope }) => scopeWords(scope) },
  {
    id: 'source',
    header: 'Văn bản',
    value: ({ source }) => source,
    cell: ({ source, mark }) => (
      <>
        {source}
        <span className="hint"> ({marks[mark] ?? mark})</span>
      </>
    ),
  },
  {
    id: 'known',
    header: 'Biết từ',
    definition: 'Lúc muộn hơn giữa ban hành và ghi vào quầy: hồ sơ kết thúc trước đó không tính theo mục này.',
    value: ({ knownFrom }) => knownFrom.getTime(),
    cell: ({ knownFrom }) => formatInstant(knownFrom),
  },
  {
    id: 'state',
    header: 'Hiệu lực',
    value: ({ inForce }) => (inForce ? 'Đang áp dụng' : 'Không còn áp dụng'),
    cell: (day) =>
      day.inForce ? (
        <>
          Đang áp dụng{' '}
          <button type="button" className="quiet no-print" onClick={() => onWithdraw(day)}>
            Rút lại<span className="unseen"> ngày {formatIsoDay(day.date)}</span>
          </button>
        </>
      ) : (
        <span className="hint">{day.kind === 'withdrawn' ? 'Đã rút lại' : 'Đã bị thay'}</span>
      ),
  },
]
