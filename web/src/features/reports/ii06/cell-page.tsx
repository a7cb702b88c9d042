import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { monthHolding, periodOf } from '#shared/reports/ii06-periods.ts'
import { formatIsoDay, groupDigits, localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { MoreRows } from '#web/src/ui/more-rows.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { OrderButton } from '../exports/order-button.tsx'
import { cellFilters, cellOptions, formAddress } from './api.ts'
import { columnWords } from './column-words.ts'
import { EntryTable } from './entry-table.tsx'

/** The dossiers behind one cell of the form. */
export function CellPage() {
  const [{ cell = '3', period = monthHolding(localDayOf(deskNow())).name, ...filters }] = useUrlState(cellFilters)
  const words = columnWords[cell]
  usePageTitle(`${words.whole}, Biểu II.06`)
  const query = useInfiniteQuery(cellOptions({ ...filters, period, cell }))
  const { data, error, refetch } = query
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const total = data?.pages[0]?.total
  const days = periodOf(period)

  return (
    <main className="page drill-page">
      <nav aria-label="Đường dẫn" className="no-print">
        <Link to={formAddress({ period, unit: filters.unit })}>← Biểu II.06</Link>
      </nav>
      <header className="page-head">
        <h1>
          Cột ({cell}), {words.whole.toLowerCase()}
          {total !== undefined && <>: {groupDigits(total)} hồ sơ</>}
        </h1>
        <OrderButton
          order={{
            kind: 'ii06_dossiers',
            period,
            cell,
            ...(filters.unit && { unit: filters.unit }),
            ...(filters.procedure && { procedure: filters.procedure }),
          }}
        >
          Xuất CSV
        </OrderButton>
      </header>
      <p className="hint">
        {words.definition}
        {days && ` ${days.label.vi}: từ ${formatIsoDay(days.from)} đến ${formatIsoDay(days.to)}`}
        {filters.procedure && `, ${procedures.get(filters.procedure) ?? filters.procedure}`}.
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={10} />}
      {data && rows.length === 0 && <Empty title="Không có hồ sơ nào." />}
      {rows.length > 0 && (
        <EntryTable caption={`${words.whole}, danh sách hồ sơ`} rows={rows} procedures={procedures} />
      )}
      <MoreRows query={query} shown={rows.length} />
    </main>
  )
}
