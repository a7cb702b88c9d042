import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { WarningKind } from '#shared/dossiers/events.ts'
import { stateName } from '#shared/dossiers/names.ts'
import { formatDay, formatInstant, formatTime } from '#shared/text/format.ts'
import type { LetterDue, WarningItem, WarningMark } from '#shared/warnings/schemas.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import type { Column } from '#web/src/ui/data-table.tsx'
import { Icon, type IconName } from '#web/src/ui/icons.tsx'
import { kindWords } from './words.ts'

interface Around {
  procedures: ReadonlyMap<string, string>
  /** Reads of all communes, and opens no dossier on a desk. */
  isSupervisor: boolean
}

type Named = Pick<WarningItem, 'code' | 'procedure' | 'applicantName' | 'unit' | 'holder'>

/** Who, what, and where: the same for warnings and letters. */
function subjectColumns<Row extends Named>({ procedures, isSupervisor }: Around): Column<Row>[] {
  const columns: Column<Row>[] = [
    {
      id: 'who',
      header: 'Hồ sơ',
      value: ({ applicantName }) => applicantName,
      cell: ({ code, applicantName }) => (
        <Link to={isSupervisor ? `/can-bo/ho-so/${code}` : `/can-bo/ban-xu-ly/${code}`}>
          {applicantName} <span className="code">{code}</span>
        </Link>
      ),
    },
    { id: 'procedure', header: 'Thủ tục', value: ({ procedure }) => procedures.get(procedure) ?? procedure },
  ]
  if (isSupervisor) columns.push({ id: 'unit', header: 'Xã, phường', value: ({ unit }) => `${unit.type} ${unit.name}` })

  return [...columns, { id: 'holder', header: 'Người giữ', value: ({ holder }) => holder ?? 'chưa ai nhận' }]
}

const instantColumn = <Row,>(id: string, header: string, of: (row: Row) => Date): Column<Row> => ({
  id,
  header,
  isNumber: true,
  value: (row) => of(row).getTime(),
  cell: (row) => (
    <span className="instant">
      <span>{formatDay(of(row))}</span>
      <span>{formatTime(of(row))}</span>
    </span>
  ),
})

const kindLooks: Record<WarningKind, { look: string; icon: IconName }> = {
  due_soon: { look: 'amber-outline', icon: 'clock' },
  due: { look: 'red-fill', icon: 'warning' },
  overdue: { look: 'red-fill', icon: 'warning' },
}
const order: Record<WarningKind, number> = { due_soon: 0, due: 1, overdue: 2 }

export function warningColumns(
  around: Around & { onMark: (id: string, mark: WarningMark) => void },
): Column<WarningItem>[] {
  return [
    ...subjectColumns<WarningItem>(around),
    {
      id: 'kind',
      header: 'Mức',
      value: ({ kind }) => order[kind],
      cell: ({ kind }) => (
        <span className={`badge ${kindLooks[kind].look}`}>
          <Icon name={kindLooks[kind].icon} size={12} />
          {kindWords[kind]}
        </span>
      ),
    },
    {
      id: 'what',
      header: 'Hạn gì',
      value: ({ isAccepted }) => (isAccepted ? 'trả kết quả' : 'tiếp nhận'),
    },
    instantColumn<WarningItem>('dueAt', 'Hạn', ({ dueAt }) => dueAt),
    { id: 'state', header: 'Trạng thái', value: ({ state }) => stateName(state).vi },
    {
      id: 'marks',
      header: 'Đánh dấu',
      value: ({ handled, isSeen }) => (handled ? 2 : isSeen ? 1 : 0),
      cell: (item) => <Marks item={item} onMark={around.onMark} />,
    },
  ]
}

function Marks({ item, onMark }: { item: WarningItem; onMark: (id: string, mark: WarningMark) => void }): ReactNode {
  const { id, isSeen, handled, applicantName } = item
  if (handled)
    return (
      <span title={formatInstant(handled.at)}>
        <Icon name="check" /> {handled.by} đã lo
      </span>
    )

  return (
    <span className="row-actions">
      {isSeen ? (
        <span className="hint">đã xem</span>
      ) : (
        <button type="button" className="quiet" onClick={() => onMark(id, 'seen')}>
          Đã xem <span className="unseen">cảnh báo của {applicantName}</span>
        </button>
      )}
      <button type="button" className="quiet" onClick={() => onMark(id, 'handled')}>
        Đã lo xong <span className="unseen">cảnh báo của {applicantName}</span>
      </button>
    </span>
  )
}

export function letterColumns(around: Around): Column<LetterDue>[] {
  return [
    ...subjectColumns<LetterDue>(around),
    instantColumn<LetterDue>('dueAt', 'Hẹn trả', ({ dueAt }) => dueAt),
    {
      id: 'sendBy',
      header: 'Gửi thư trước',
      value: ({ sendBy }) => sendBy.getTime(),
      cell: ({ sendBy }) =>
        deskNow() > sendBy ? <span className="tag">đã quá {formatInstant(sendBy)}</span> : formatInstant(sendBy),
    },
  ]
}
