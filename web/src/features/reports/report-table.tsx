import type { ReactNode } from 'react'
import type { SlaMeasure, SlaRow, SlaView } from '#shared/reports/schemas.ts'
import { formatIsoDay } from '#shared/text/format.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { drillAddress, type ReportFilters, rowAddress } from './api.ts'
import { RateChange } from './change-since.tsx'
import { CountLink } from './count-link.tsx'
import { countOf, type Measure, measureOf } from './measures.ts'
import { changeOf, durationWords, isSmall, judged, onTimeRate, rateWords } from './rates.ts'

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
  'extended',
  'ended',
  'early',
  'on_time',
  'late',
  'late_on_arrival',
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
    ...(view.by === 'month' ? [] : [changeColumn(view)]),
    {
      id: 'median',
      header: 'Trung vị',
      isNumber: true,
      value: ({ medianMinutes }) => medianMinutes,
      definition:
        'Một nửa số hồ sơ đã xong nhanh hơn chừng này, tính bằng giờ làm việc, đã trừ tạm dừng. Sai không quá 5 %.',
      cell: ({ medianMinutes }) => durationWords(medianMinutes),
    },
    {
      id: 'p90',
      header: '9/10 dưới',
      isNumber: true,
      value: ({ p90Minutes }) => p90Minutes,
      definition: 'Chín phần mười số hồ sơ đã xong nhanh hơn chừng này. Sai không quá 5 %.',
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
          {shown.map(measureOf).map((measure) => (
            <td key={measure.name} className="number">
              <CountLink
                count={countOf(view, measure)}
                to={drillAddress(filters, measure.name)}
                label={measure.words}
              />
            </td>
          ))}
          <td className="number">
            <Rate row={totals} />
          </td>
          {view.by !== 'month' && (
            <td className="number">
              <RateChange now={totals} before={view.before.totals} />
            </td>
          )}
          <td className="number">{durationWords(totals.medianMinutes)}</td>
          <td className="number">{durationWords(totals.p90Minutes)}</td>
        </tr>
      }
    />
  )
}

function countColumn({ name, field, words, definition }: Measure): Column<ReportRow> {
  const count = (row: ReportRow) => (field ? row[field] : 0)

  return {
    id: name,
    header: words,
    definition,
    isNumber: true,
    value: count,
    cell: (row) => (
      <CountLink count={count(row)} to={rowAddress(row.href, name)} label={`${row.label.vi}, ${words.toLowerCase()}`} />
    ),
  }
}

const changeColumn = ({ before }: SlaView): Column<ReportRow> => ({
  id: 'change',
  header: 'So với kỳ trước',
  definition: `Tỷ lệ đúng hạn tăng hay giảm bao nhiêu điểm phần trăm so với kỳ ${formatIsoDay(before.from)}–${formatIsoDay(before.to)}.`,
  isNumber: true,
  value: (row) => changeOf(row, row.before),
  cell: (row) => <RateChange now={row} before={row.before} />,
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
