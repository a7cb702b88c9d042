import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { monthHolding, periodsOfYear, type ReportPeriod } from '#shared/reports/ii06-periods.ts'
import type { SealSummary } from '#shared/reports/ii06-schemas.ts'
import { formatDay, formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { Failure } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { ReportNav } from '../report-nav.tsx'
import { formAddress, periodsFilters, sealsOptions } from './api.ts'

const firstYear = 2025

/** The periods of a year with their state: not begun, running, to be sealed, sealed, corrected. */
export function PeriodsPage() {
  usePageTitle('Biểu II.06')
  const account = useAccount()
  const today = localDayOf(deskNow())
  const thisYear = Number(monthHolding(today).name.slice(0, 4))
  const [{ unit = account.unit.code, year = String(thisYear) }, change] = useUrlState(periodsFilters)
  const { data: seals, error, refetch } = useQuery(sealsOptions({ unit, year }))
  const periods = periodsOfYear(Number(year)).filter(({ from }) => from <= today)
  const sealOf = ({ from, to }: ReportPeriod) =>
    seals?.items.find(({ period }) => period.from === from && period.to === to)

  return (
    <main className="page report-page">
      <ReportNav />
      <header className="page-head">
        <h1>Biểu II.06</h1>
        <p className="as-of">Tình hình, kết quả giải quyết thủ tục hành chính</p>
      </header>
      <search className="report-filters">
        <label>
          Năm
          <select value={year} onChange={({ target }) => change({ year: target.value })}>
            {Array.from({ length: thisYear - firstYear + 1 }, (_, i) => String(thisYear - i)).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        {unit !== account.unit.code && (
          <button type="button" className="chip" onClick={() => change({ unit: undefined })}>
            Xã {unit} <span aria-hidden="true">✕</span>
            <span className="unseen">về báo cáo của tỉnh</span>
          </button>
        )}
      </search>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <div className="table-scroll">
        <table className="data-table">
          <caption className="unseen">Các kỳ báo cáo năm {year}</caption>
          <thead>
            <tr>
              <th scope="col">Kỳ báo cáo</th>
              <th scope="col">Từ ngày</th>
              <th scope="col">Đến ngày</th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Người chốt</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => {
              const seal = sealOf(period)

              return (
                <tr key={period.name}>
                  <th scope="row">
                    <Link to={formAddress({ period: period.name, ...(unit !== account.unit.code && { unit }) })}>
                      {period.label.vi}
                    </Link>
                  </th>
                  <td>{formatIsoDay(period.from)}</td>
                  <td>{formatIsoDay(period.to)}</td>
                  <td>
                    <State seal={seal} isRunning={period.to >= today} />
                  </td>
                  <td>{seal ? `${seal.sealedBy}, ${formatDay(seal.sealedAt)}` : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="hint">Kỳ báo cáo tính từ ngày 15 đến ngày 14 (Nghị định 09/2019/NĐ-CP Điều 12).</p>
    </main>
  )
}

function State({ seal, isRunning }: { seal: SealSummary | undefined; isRunning: boolean }) {
  if (seal)
    return (
      <Link
        to={`/can-bo/bao-cao/ii06/da-chot/${seal.id}`}
        className={seal.corrections > 0 ? 'seal-state moved' : 'seal-state kept'}
      >
        {seal.corrections > 0 ? `Đã chốt, ${seal.corrections} điều chỉnh` : 'Đã chốt'}
      </Link>
    )

  return <span className="seal-state">{isRunning ? 'Đang trong kỳ' : 'Chưa chốt'}</span>
}
