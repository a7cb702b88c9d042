import type { ReactNode } from 'react'
import type { SlaMeasure, SlaRow, SlaView } from '#shared/reports/schemas.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { drillAddress, type ReportFilters, rowAddress } from './api.ts'
import { CountLink } from './count-link.tsx'
import { type Measure, measureOf } from './measures.ts'
import { durationWords, isSmall, judged, onTimeRate, rateWords } from './rates.ts'

type ReportRow = SlaView['rows'][number]

interface ReportTableProps {
  caption: string
  rowHeader: string
  view: SlaView
  filters: ReportFilters
  sortedBy?: string
  /** The name of a row, when it is more than its label: a link that narrows the page to it. */
  nameCell?: (row: ReportRow) => ReactNode
}

const shown: readonly SlaMeasure[] = [
  'received',
  'open',
  'overdue',
  'due_soon',
  'waiting',
  'second_supplements',
  'ended',
  'early',
  'on_time',
  'late',
]
const rateDefinition =
  'Kết thúc đúng hạn hoặc trước hạn, trên số đã kết thúc có ngày hẹn trả. Dưới 5 hồ sơ được ghi là số nhỏ.'

/** One grouping of the report as a table: each number opens its dossiers, and what could polish a rate stands beside it. */
export function ReportTable({ caption, rowHeader, view, filters, sortedBy, nameCell }: ReportTableProps) {
  const columns: Column<ReportRow>[] = [
    { id: 'label', header: rowHeader, value: ({ label }) => label.vi, ...(nameCell && { cell: nameCell }) },
    ...shown.map(measureOf).map(countColumn),
    {
      id: 'rate',
      header: 'Đúng hạn %',
      definition: rateDefinition,
      isNumber: true,
      value: onTimeRate,
      cell: (row) => <Rate row={row} />,
    },
    {
      id: 'median',
      header: 'Trung vị',
      isNumber: true,
      value: ({ medianMinutes }) => medianMinutes,
      definition: 'Một nửa số hồ sơ đã xong nhanh hơn chừng này, tính bằng giờ làm việc, đã trừ tạm dừng.',
      cell: ({ medianMinutes }) => durationWords(medianMinutes),
    },
    {
      id: 'p90',
      header: '9/10 dưới',
      isNumber: true,
      value: ({ p90Minutes }) => p90Minutes,
      definition: 'Chín phần mười số hồ sơ đã xong nhanh hơn chừng này.',
      cell: ({ p90Minutes }) => durationWords(p90Minutes),
    },
  ]
  const { totals } = view

  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={view.rows}
      keyOf={({ key }) => key}
      sortedBy={sortedBy}
      foot={
        <tr>
          <th scope="row">Cộng</th>
          {shown.map(measureOf).map(({ name, field, words }) => (
            <td key={name} className="number">
              <CountLink count={totals[field]} to={drillAddress(filters, name)} label={words} />
            </td>
          ))}
          <td className="number">
            <Rate row={totals} />
          </td>
          <td className="number">{durationWords(totals.medianMinutes)}</td>
          <td className="number">{durationWords(totals.p90Minutes)}</td>
        </tr>
      }
    />
  )
}

const countColumn = ({ name, field, words, definition }: Measure): Column<ReportRow> => ({
  id: name,
  header: words,
  definition,
  isNumber: true,
  value: (row) => row[field],
  cell: (row) => (
    <CountLink count={row[field]} to={rowAddress(row.href, name)} label={`${row.label.vi}, ${words.toLowerCase()}`} />
  ),
})

function Rate({ row }: { row: SlaRow }) {
  return (
    <>
      {rateWords(onTimeRate(row))}
      {isSmall(row) && (
        <abbr className="small-number" title={`Chỉ ${judged(row)} hồ sơ`}>
          số nhỏ
        </abbr>
      )}
    </>
  )
}
