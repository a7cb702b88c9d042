import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { monthHolding } from '#shared/reports/ii06-periods.ts'
import type { Ii06View } from '#shared/reports/ii06-schemas.ts'
import { formatInstant, formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure, Loading, Notice } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { CountLink } from '../count-link.tsx'
import { OrderButton } from '../exports/order-button.tsx'
import { ReportNav } from '../report-nav.tsx'
import { cellAddress, fileAddress, formAddress, formFilters, ii06Options } from './api.ts'
import { Checks, Notes } from './checks.tsx'
import { FormTable } from './form-table.tsx'
import { SealDialog } from './seal-dialog.tsx'

/** Biểu II.06 of one unit and period as the logs say it now. Every number opens its dossiers. */
export function FormPage() {
  const [{ unit, period = monthHolding(localDayOf(deskNow())).name }] = useUrlState(formFilters)
  const filters = { period, unit }
  const { data: view, error, isFetching, refetch } = useQuery(ii06Options(filters))
  const [isSealing, setSealing] = useState(false)
  usePageTitle(view ? `Biểu II.06, ${view.period.label.vi}` : 'Biểu II.06')
  const account = useAccount()
  const maySeal = view && !view.isRunning && !view.seal && view.unit.code === account.unit.code

  return (
    <main className="page report-page" aria-busy={isFetching}>
      <ReportNav />
      <nav aria-label="Đường dẫn" className="no-print">
        <Link to={`/can-bo/bao-cao/ii06${toQuery({ unit, year: view?.period.to.slice(0, 4) })}`}>← Các kỳ báo cáo</Link>
      </nav>
      <header className="page-head">
        <h1>Biểu II.06{view && `, ${view.period.label.vi}`}</h1>
        {view && <p className="as-of">Số liệu lúc {formatInstant(view.asOf)}</p>}
        {maySeal && (
          <button type="button" className="primary" onClick={() => setSealing(true)}>
            Chốt báo cáo
          </button>
        )}
        <a className="button" href={fileAddress(filters, 'xlsx')} download>
          <Icon name="download" /> Tải Excel
        </a>
        <a className="button" href={fileAddress(filters, 'pdf')} download>
          <Icon name="download" /> Tải PDF
        </a>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {error && (
        <OrderButton order={{ kind: 'ii06_form', period, format: 'xlsx', ...(unit && { unit }) }}>
          Lập tệp Excel trong nền
        </OrderButton>
      )}
      {!view && !error && <Loading rows={12} words="Đang lập biểu…" />}
      {view && (
        <>
          <SealState view={view} />
          <Head view={view} />
          <FormTable
            caption={`Biểu II.06, ${view.unit.name.vi}, ${view.period.label.vi}`}
            rows={view.rows}
            totals={view.totals}
            addressOf={(cell, procedure) => cellAddress({ ...filters, cell, ...(procedure && { procedure }) })}
          />
          <Notes notes={view.notes} isProvince={view.unit.isProvince} />
          <Checks view={view} />
          {view.units && <Units units={view.units} period={period} />}
        </>
      )}
      {isSealing && view && <SealDialog view={view} onClose={() => setSealing(false)} />}
    </main>
  )
}

function SealState({ view }: { view: Ii06View }) {
  if (view.seal)
    return (
      <Notice tone={view.seal.corrections > 0 ? 'warning' : 'good'} title="Báo cáo kỳ này đã chốt">
        <p>
          {view.seal.sealedBy} chốt lúc {formatInstant(view.seal.sealedAt)}
          {view.seal.corrections > 0 ? `; sau đó có ${view.seal.corrections} điều chỉnh.` : '; chưa có điều chỉnh nào.'}{' '}
          <Link to={`/can-bo/bao-cao/ii06/da-chot/${view.seal.id}`}>Xem báo cáo đã chốt</Link>
        </p>
      </Notice>
    )

  return (
    <Notice>
      <p>
        {view.isRunning
          ? `Bản nháp: kỳ này đến hết ngày ${formatIsoDay(view.period.to)} mới kết thúc, số liệu tính đến lúc này.`
          : 'Bản nháp: kỳ đã kết thúc và chưa chốt. Số liệu còn đổi nếu có việc được ghi nhận muộn.'}
      </p>
    </Notice>
  )
}

const Head = ({ view }: { view: Ii06View }) => (
  <dl className="form-head">
    <div>
      <dt>Đơn vị báo cáo</dt>
      <dd>
        {view.unit.isProvince
          ? view.unit.name.vi
          : `Công an ${view.unit.name.vi.toLowerCase().slice(0, 1)}${view.unit.name.vi.slice(1)}`}
      </dd>
    </div>
    <div>
      <dt>Kỳ báo cáo</dt>
      <dd>
        Từ ngày {formatIsoDay(view.period.from)} đến ngày {formatIsoDay(view.period.to)}
      </dd>
    </div>
    <div>
      <dt>Đơn vị tính</dt>
      <dd>Số hồ sơ TTHC</dd>
    </div>
  </dl>
)

/** For the province: each commune's own report, by its totals. */
function Units({ units, period }: { units: NonNullable<Ii06View['units']>; period: string }) {
  return (
    <section className="report-part">
      <h2>Theo xã, phường</h2>
      <div className="table-scroll">
        <table className="data-table">
          <caption className="unseen">Biểu II.06 của từng xã, phường</caption>
          <thead>
            <tr>
              <th scope="col">Xã, phường</th>
              {(['3', '7', '8', '9', '10', '11', '12', '13'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {unitHeads[column]} ({column})
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, label, counts }) => (
              <tr key={unit}>
                <th scope="row">
                  <Link to={formAddress({ period, unit })}>{label.vi}</Link>
                </th>
                {(['3', '7', '8', '9', '10', '11', '12', '13'] as const).map((column) => (
                  <td key={column} className="number">
                    <CountLink
                      count={counts[column]}
                      to={cellAddress({ period, unit, cell: column })}
                      label={`${label.vi}, cột ${column}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const unitHeads = {
  3: 'Tiếp nhận',
  7: 'Đã giải quyết',
  8: 'Trước hạn',
  9: 'Đúng hạn',
  10: 'Quá hạn',
  11: 'Đang giải quyết',
  12: 'Trong hạn',
  13: 'Quá hạn',
} as const
