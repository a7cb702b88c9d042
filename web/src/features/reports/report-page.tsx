import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { officerDays, type SlaView } from '#shared/reports/schemas.ts'
import { dayAfter } from '#shared/reports/sla-periods.ts'
import { formatInstant } from '#shared/text/format.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { excelAddress, narrowedAddress, type ReportFilters, reportFilters, slaOptions } from './api.ts'
import { BacklogChart } from './backlog-chart.tsx'
import { DurationChart } from './duration-chart.tsx'
import { FiveNumbers } from './five-numbers.tsx'
import { LoadChart } from './load-chart.tsx'
import { measures } from './measures.ts'
import { MonthChart } from './month-chart.tsx'
import { ReportFilterBar } from './report-filters.tsx'
import { ReportNav } from './report-nav.tsx'
import { ReportTable } from './report-table.tsx'
import { TurnChart } from './turn-chart.tsx'

/** How long dossiers take and where they pile up; every number opens the dossiers that it counts. */
export function ReportPage() {
  usePageTitle('Báo cáo thời hạn')
  const isProvincial = useAccount().role === 'supervisor'
  const [filters, change] = useUrlState(reportFilters)
  const byUnit = useQuery(slaOptions(filters, 'unit'))
  const byProcedure = useQuery(slaOptions(filters, 'procedure'))
  const byChannel = useQuery(slaOptions(filters, 'channel'))
  const byOfficer = useQuery({
    ...slaOptions(filters, 'officer'),
    enabled: mayAskByOfficer(filters, byUnit.data, isProvincial),
  })
  const byMonth = useQuery(slaOptions(filters, 'month'))
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const { data: view, error, refetch } = byUnit
  const named = [filters.unit, `${filters.edition}/${filters.unit}`]
  const unitName = view?.rows.find(({ key }) => named.includes(key))?.label.vi

  return (
    <main className="page report-page" aria-busy={byUnit.isFetching}>
      <ReportNav />
      <header className="page-head">
        <h1>Thời hạn giải quyết</h1>
        {view && (
          <p className="as-of">
            Số liệu lúc {formatInstant(view.asOf)}. {lagWords(view.lag)}
          </p>
        )}
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
          <FiveNumbers view={view} filters={filters} />
          {isProvincial && (
            <Part
              title="Việc dồn ở đâu"
              view={view}
              filters={filters}
              rowHeader="Xã, phường"
              sortedBy="overdue"
              isTableOpen
              chart={filters.unit ? undefined : <LoadChart rows={view.rows} />}
              nameCell={({ href, label }) => <Link to={narrowedAddress(href)}>{label.vi}</Link>}
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
          <div className="report-pair">
            <section className="report-part">
              <header>
                <h2>Thời gian thuộc về ai</h2>
              </header>
              <TurnChart figures={view.totals} />
              <p className="hint">
                Giờ làm việc từ khi nộp đến khi kết thúc, của hồ sơ đã xong trong kỳ; mỗi phút thuộc về đúng một bên.
              </p>
            </section>
            <section className="report-part">
              <header>
                <h2>Hồ sơ tồn theo tuổi</h2>
              </header>
              <BacklogChart backlog={view.backlog} />
              <p className="hint">Mọi hồ sơ đang mở theo bộ lọc, nộp bất cứ lúc nào, tính theo ngày dương lịch.</p>
            </section>
          </div>
          <div className="report-pair">
            {byChannel.data && (
              <Part
                title="Theo cách nộp"
                view={byChannel.data}
                filters={filters}
                rowHeader="Cách nộp"
                chart={<DurationChart rows={byChannel.data.rows} />}
              />
            )}
            {byOfficer.data && (
              <Part
                title="Theo cán bộ"
                view={byOfficer.data}
                filters={filters}
                rowHeader="Cán bộ"
                sortedBy="open"
                isTableOpen
              />
            )}
          </div>
          <Definitions error={view.percentileError} />
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

/** By officer only in one commune and within a quarter, which is what the server answers. */
const mayAskByOfficer = ({ unit }: ReportFilters, view: SlaView | undefined, isProvincial: boolean) =>
  view !== undefined && (!isProvincial || unit !== undefined) && dayAfter(view.from, officerDays) > view.to

/** How far what is counted of the logs is behind; a second or two is nothing to speak of. */
const lagWords = ({ seconds, waiting }: SlaView['lag']) =>
  seconds < 5
    ? 'Đã tính mọi việc đến lúc này.'
    : `Còn ${waiting} việc đang được tính, chậm ${Math.round(seconds)} giây.`

function Definitions({ error }: { error: number }) {
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
        tính trên dưới 5 hồ sơ được ghi “số nhỏ”. Mọi số đếm là chính xác; trung vị và mức 9/10 sai không quá{' '}
        {Math.round(error * 100)} %. Đơn vị đã chia tách giữ tên cũ, vì không đoán phần nào thuộc về đâu.
      </p>
    </details>
  )
}
