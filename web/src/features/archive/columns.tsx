import { Link } from 'react-router'
import type { ArchiveItem } from '#shared/archive/schemas.ts'
import { formatDay } from '#shared/text/format.ts'
import type { Column } from '#web/src/ui/data-table.tsx'

interface Around {
  mayExport: boolean
  /** Set while dossiers are chosen for a list. */
  chosen?: ReadonlySet<string>
  onChoose?: (code: string, isChosen: boolean) => void
}

/** `2046-12-31` as it is written in Việt Nam. */
export const localDay = (day: string): string => day.split('-').reverse().join('/')

export function shelfColumns({ mayExport, chosen, onChoose }: Around): Column<ArchiveItem>[] {
  return [
    {
      id: 'who',
      header: 'Hồ sơ',
      value: ({ personName }) => personName,
      cell: (item) => (
        <>
          {chosen && onChoose && item.code && (
            <input
              type="checkbox"
              aria-label={`Chọn hồ sơ ${item.code}`}
              checked={chosen.has(item.code)}
              onChange={({ target }) => onChoose(item.code ?? '', target.checked)}
            />
          )}{' '}
          <Link to={item.kind === 'record' ? `/can-bo/luu-tru/giay/${item.id}` : `/can-bo/ho-so/${item.code}`}>
            {item.personName} {item.code && <span className="code">{item.code}</span>}
          </Link>
        </>
      ),
    },
    { id: 'title', header: 'Nội dung', value: ({ title }) => title },
    { id: 'year', header: 'Năm', isNumber: true, value: ({ year }) => year },
    { id: 'files', header: 'Tệp', isNumber: true, value: ({ files }) => files },
    { id: 'at', header: 'Vào kho', isNumber: true, value: ({ at }) => at.getTime(), cell: ({ at }) => formatDay(at) },
    {
      id: 'retention',
      header: 'Thời hạn lưu',
      value: ({ keepUntil }) => keepUntil,
      cell: ({ kind, retention, keepUntil, disposedAt }) => {
        if (disposedAt) return `đã hủy ${formatDay(disposedAt)}`
        if (kind === 'record') return '–'

        return <span title={retention?.vi}>{keepUntil ? `đến ${localDay(keepUntil)}` : 'vĩnh viễn'}</span>
      },
    },
    {
      id: 'export',
      header: 'Gói',
      value: ({ code }) => code,
      cell: ({ kind, code }) =>
        kind === 'dossier' && code && mayExport ? (
          <a href={`/api/archive/dossiers/${code}/package.zip`}>
            Tải gói <span className="unseen">hồ sơ {code}</span>
          </a>
        ) : null,
    },
  ]
}
