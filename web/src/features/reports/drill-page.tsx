import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { stateName } from '#shared/dossiers/names.ts'
import type { ReportedDossier } from '#shared/reports/schemas.ts'
import { formatDay, formatIsoDay, formatTime, groupDigits } from '#shared/text/format.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { MoreRows } from '#web/src/ui/more-rows.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { StandingBadge, standingWords } from '#web/src/ui/state-badge.tsx'
import { drillFilters, slaDossiersOptions, slaOptions } from './api.ts'
import { channelWords } from './channel-words.ts'
import { countOf, countOfRow, measureOf } from './measures.ts'
import { durationWords } from './rates.ts'

/** The dossiers behind one number of the report; each leads to the steps of its clock. Without names. */
export function DrillPage() {
  const [{ measure: name = 'received', ...filters }] = useUrlState(drillFilters)
  const { officer, ...place } = filters
  const measure = measureOf(name)
  usePageTitle(`${measure.words}: danh sách hồ sơ`)
  const query = useInfiniteQuery(slaDossiersOptions(filters, name))
  const { data, error, refetch } = query
  const { data: report } = useQuery(slaOptions(place, officer ? 'officer' : 'unit'))
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const units = new Map(report?.rows.map(({ key, label }) => [key, label.vi]))
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  // What is the same in every row stands above the table, and leaves its width to the rest.
  const saidAbove = new Set<string>((['unit', 'procedure', 'channel'] as const).filter((filter) => filters[filter]))

  return (
    <main className="page drill-page">
      <nav aria-label="Đường dẫn">
        <Link to={`/can-bo/bao-cao${toQuery(place)}`}>← Thời hạn giải quyết</Link>
      </nav>
      <h1>
        {measure.words}
        {report && (
          <>: {groupDigits(officer ? countOfRow(report, officer, measure) : countOf(report, measure))} hồ sơ</>
        )}
      </h1>
      <p className="hint">
        {measure.definition}
        {report && ` Nộp từ ${formatIsoDay(report.from)} đến ${formatIsoDay(report.to)}`}
        {filters.unit && `, ${units.get(filters.unit) ?? filters.unit}`}
        {filters.procedure && `, ${procedures.get(filters.procedure) ?? filters.procedure}`}
        {officer && `, ${report?.rows.find(({ key }) => key === officer)?.label.vi ?? 'một cán bộ'}`}
        {filters.channel && `, ${channelWords[filters.channel].toLowerCase()}`}.
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={10} />}
      {data && rows.length === 0 && <Empty title="Không có hồ sơ nào." />}
      {rows.length > 0 && (
        <DataTable
          caption={`${measure.words}, danh sách hồ sơ`}
          columns={columnsFor(units, procedures).filter(({ id }) => !saidAbove.has(id))}
          rows={rows}
          keyOf={({ code }) => code}
        />
      )}
      <MoreRows query={query} shown={rows.length} />
    </main>
  )
}

function columnsFor(
  units: ReadonlyMap<string, string>,
  procedures: ReadonlyMap<string, string>,
): Column<ReportedDossier>[] {
  return [
    {
      id: 'code',
      header: 'Mã hồ sơ',
      value: ({ code }) => code,
      cell: ({ code }) => (
        <Link className="code" to={`/can-bo/ho-so/${code}`}>
          {code}
        </Link>
      ),
    },
    { id: 'unit', header: 'Xã, phường', value: ({ unit }) => units.get(unit) ?? unit },
    { id: 'procedure', header: 'Thủ tục', value: ({ procedure }) => procedures.get(procedure) ?? procedure },
    { id: 'channel', header: 'Cách nộp', value: ({ channel }) => channelWords[channel] },
    { id: 'state', header: 'Trạng thái', value: ({ state }) => stateName(state).vi },
    {
      id: 'standing',
      header: 'Hạn',
      value: ({ standing }) => standing && standingWords(standing),
      cell: ({ standing }) => (standing ? <StandingBadge standing={standing} /> : 'chưa có hạn'),
    },
    instantColumn('filedAt', 'Nộp'),
    instantColumn('acceptedAt', 'Tiếp nhận'),
    instantColumn('dueAt', 'Hẹn trả'),
    instantColumn('endedAt', 'Kết thúc'),
    {
      id: 'working',
      header: 'Đã dùng',
      isNumber: true,
      value: ({ workingMinutes }) => workingMinutes,
      cell: ({ workingMinutes }) => durationWords(workingMinutes),
    },
    { id: 'supplements', header: 'Bổ sung', isNumber: true, value: ({ supplements }) => supplements },
  ]
}

type InstantField = 'filedAt' | 'acceptedAt' | 'dueAt' | 'endedAt'

const instantColumn = (field: InstantField, header: string): Column<ReportedDossier> => ({
  id: field,
  header,
  isNumber: true,
  value: (row) => row[field]?.getTime() ?? null,
  cell: (row) => {
    const at = row[field]

    return at ? (
      <span className="instant">
        <span>{formatDay(at)}</span>
        <span>{formatTime(at)}</span>
      </span>
    ) : (
      '–'
    )
  },
})
