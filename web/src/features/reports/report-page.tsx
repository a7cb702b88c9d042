import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { SlaView } from '#shared/reports/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { excelAddress, type ReportFilters, reportFilters, slaOptions } from './api.ts'
import { DurationChart } from './duration-chart.tsx'
import { FiveNumbers } from './five-numbers.tsx'
import { LoadChart } from './load-chart.tsx'
import { measures } from './measures.ts'
import { MonthChart } from './month-chart.tsx'
import { ReportFilterBar } from './report-filters.tsx'
import { ReportTable } from './report-table.tsx'

/** How long dossiers take and where they pile up; every number opens the dossiers that it counts. */
export function ReportPage() {
  usePageTitle('Báo cáo thời hạn')
  const isProvincial = useAccount().role === 'supervisor'
  const [filters, change] = useUrlState(reportFilters)
  const byUnit = useQuery(slaOptions(filters, 'unit'))
  const byProcedure = useQuery(slaOptions(filters, 'procedure'))
  const byMonth = useQuery(slaOptions(filters, 'month'))
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const { data: view, error, refetch } = byUnit
  const unitName = view?.rows.find(({ key }) => key === filters.unit)?.label.vi

  return (
    <main className="page report-page" aria-busy={byUnit.isFetching}>
      <header className="page-head">
        <h1>Thời hạn giải quyết</h1>
        {view && <p className="as-of">Số liệu lúc {formatInstant(view.asOf)}</p>}
        <a className="button" href={excelAddress(filters, 'unit')} download>
          <Icon name="download" /> Tải Excel
        </a>
      </header>
      <ReportFilterBar
        filters={filters}
        answered={view}
        procedures={procedures}
        unitName={unitName}
        onChange={(patch) => change(patch)}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!view && !error && <Loading rows={8} words="Đang tính báo cáo…" />}
      {view && (
        <>
          <FiveNumbers totals={view.totals} filters={filters} />
          {isProvincial && (
            <Part
              title="Việc dồn ở đâu"
              view={view}
              filters={filters}
              rowHeader="Xã, phường"
              sortedBy="overdue"
              isTableOpen
              chart={filters.unit ? undefined : <LoadChart rows={view.rows} />}
              nameCell={({ key, label }) => (
                <Link to={`/can-bo/bao-cao${toQuery({ ...filters, unit: key })}`}>{label.vi}</Link>
              )}
            />
          )}
          <div className="report-pair">
            {byMonth.data && (
              <Part
                title="Theo tháng nộp"
                view={byMonth.data}
                filters={filters}
                rowHeader="Tháng"
                chart={<MonthChart rows={byMonth.data.rows} />}
              />
            )}
            {byProcedure.data && (
              <Part
                title="Theo thủ tục"
                view={byProcedure.data}
                filters={filters}
                rowHeader="Thủ tục"
                sortedBy="received"
                chart={<DurationChart rows={byProcedure.data.rows} />}
                chartWords="Thời gian giải quyết: trung vị (chấm) và chín phần mười (thanh), theo ngày làm việc, đã trừ tạm dừng."
              />
            )}
          </div>
          <Definitions />
        </>
      )}
    </main>
  )
}

interface PartProps {
  title: string
  view: SlaView
  filters: ReportFilters
  rowHeader: string
  sortedBy?: string
  isTableOpen?: boolean
  chart?: ReactNode
  chartWords?: string
  nameCell?: (row: SlaView['rows'][number]) => ReactNode
}

/** One grouping: its picture, and the table that says the same in numbers. */
function Part({
  title,
  view,
  filters,
  rowHeader,
  sortedBy,
  isTableOpen = false,
  chart,
  chartWords,
  nameCell,
}: PartProps) {
  const isEmpty = view.rows.length === 0

  return (
    <section className="report-part">
      <header>
        <h2>{title}</h2>
        <a className="quiet-link" href={excelAddress(filters, view.by)} download>
          <Icon name="download" /> Excel
        </a>
      </header>
      {isEmpty && <p className="hint">Không có hồ sơ nào trong kỳ và bộ lọc này.</p>}
      {!isEmpty && chart && (
        <figure>
          {chart}
          {chartWords && <figcaption className="hint">{chartWords}</figcaption>}
        </figure>
      )}
      {!isEmpty && (
        <details open={isTableOpen}>
          <summary>Xem bảng</summary>
          <ReportTable
            caption={title}
            rowHeader={rowHeader}
            view={view}
            filters={filters}
            sortedBy={sortedBy}
            nameCell={nameCell}
          />
        </details>
      )}
    </section>
  )
}

function Definitions() {
  return (
    <details className="definitions">
      <summary>Cách tính</summary>
      <dl className="facts">
        {measures.map(({ name, words, definition }) => (
          <div key={name}>
            <dt>{words}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
      <p>
        Giờ làm việc theo lịch của Công an tỉnh: thứ Hai đến thứ Sáu, 7:00–11:30 và 13:30–17:00, trừ ngày nghỉ. Tỷ lệ
        tính trên dưới 5 hồ sơ được ghi “số nhỏ”.
      </p>
    </details>
  )
}
