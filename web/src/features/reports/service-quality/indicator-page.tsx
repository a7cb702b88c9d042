import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { monthHolding } from '#shared/reports/ii06-periods.ts'
import { indicatorTexts } from '#shared/reports/service-quality-indicators.ts'
import { groupDigits, localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { MoreRows } from '#web/src/ui/more-rows.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { EntryTable } from '../ii06/entry-table.tsx'
import { indicatorFilters, indicatorOptions, qualityAddress } from './api.ts'
import { partWords } from './part-words.ts'

/** The dossiers behind one part of an indicator. */
export function IndicatorPage() {
  const [{ indicator = '2.1', part = 'denominator', period = monthHolding(localDayOf(deskNow())).name, unit }] =
    useUrlState(indicatorFilters)
  const texts = indicatorTexts[indicator]
  usePageTitle(`Chỉ số ${indicator}, ${partWords[part]}`)
  const query = useInfiniteQuery(indicatorOptions({ period, unit, indicator, part }))
  const { data, error, refetch } = query
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const rows = data?.pages.flatMap(({ items }) => items) ?? []

  return (
    <main className="page drill-page">
      <nav aria-label="Đường dẫn" className="no-print">
        <Link to={qualityAddress({ period, unit })}>← Chỉ số 766</Link>
      </nav>
      <h1>
        {indicator} {texts.name.vi}, {partWords[part]}
        {data?.pages[0] && <>: {groupDigits(data.pages[0].total)} hồ sơ</>}
      </h1>
      <p className="hint">{texts.formula.vi}.</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={10} />}
      {data && rows.length === 0 && <Empty title="Không có hồ sơ nào." />}
      {rows.length > 0 && (
        <EntryTable caption={`Chỉ số ${indicator}, danh sách hồ sơ`} rows={rows} procedures={procedures} />
      )}
      <MoreRows query={query} shown={rows.length} />
    </main>
  )
}
