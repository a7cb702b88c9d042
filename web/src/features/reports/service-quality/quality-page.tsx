import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { monthHolding, periodOf, periodsOfYear } from '#shared/reports/ii06-periods.ts'
import { complaintClassesText, countsComplaints } from '#shared/reports/service-quality-indicators.ts'
import type { IndicatorView, ServiceQualityView } from '#shared/reports/service-quality-schemas.ts'
import { formatInstant, formatIsoDay, groupDigits, localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { CountLink } from '../count-link.tsx'
import { ReportNav } from '../report-nav.tsx'
import { complaintsAddress, indicatorAddress, qualityAddress, qualityFilters, qualityOptions } from './api.ts'

/** The indicators of Decision 766, each with its formula and its dossiers, and what would lift the score most. */
export function QualityPage() {
  usePageTitle('Chỉ số phục vụ 766')
  const today = localDayOf(deskNow())
  const [{ unit, period = monthHolding(today).name }, change] = useUrlState(qualityFilters)
  const filters = { period, unit }
  const { data: view, error, isFetching, refetch } = useQuery(qualityOptions(filters))

  return (
    <main className="page report-page" aria-busy={isFetching}>
      <ReportNav />
      <header className="page-head">
        <h1>Chỉ số phục vụ người dân (Quyết định 766/QĐ-TTg)</h1>
        {view && (
          <p className="as-of">
            {view.unit.name.vi}, số liệu lúc {formatInstant(view.asOf)}
          </p>
        )}
      </header>
      <search className="report-filters">
        <label>
          Kỳ
          <select value={period} onChange={({ target }) => change({ period: target.value })}>
            {periodChoices(today, period).map(({ name, label }) => (
              <option key={name} value={name}>
                {label.vi}
              </option>
            ))}
          </select>
        </label>
        {unit && (
          <button type="button" className="chip" onClick={() => change({ unit: undefined })}>
            {view?.unit.name.vi ?? unit} <span aria-hidden="true">✕</span>
            <span className="unseen">bỏ lọc theo xã</span>
          </button>
        )}
        {view && (
          <span className="hint">
            Từ {formatIsoDay(view.period.from)} đến {formatIsoDay(view.period.to)}
            {view.isRunning && ', tính đến lúc này'}
          </span>
        )}
      </search>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!view && !error && <Loading rows={10} words="Đang tính chỉ số…" />}
      {view && (
        <>
          <Levers view={view} filters={filters} />
          <Indicators view={view} filters={filters} />
          {view.meanTimes.length > 0 && <MeanTimes rows={view.meanTimes} />}
          {view.complaintClasses.length > 0 && <ComplaintClasses rows={view.complaintClasses} filters={filters} />}
          {view.units && <Units units={view.units} period={period} />}
          <p className="hint">
            Chỉ số dựa trên việc tiếp nhận trong kỳ được ghi “tạm tính” khi còn hồ sơ đang mở. Điểm chỉ ghi ở chỉ số đã
            biết điểm tối đa. Mẫu số bằng 0 được ghi “N/A”, không phải 100 %.
          </p>
        </>
      )}
    </main>
  )
}

interface Filters {
  period: string
  unit?: string | undefined
}

function periodChoices(today: string, chosen: string) {
  const year = Number(monthHolding(today).name.slice(0, 4))
  const usual = [year, year - 1].flatMap((each) => periodsOfYear(each)).filter(({ from }) => from <= today)
  const other = usual.some(({ name }) => name === chosen) ? undefined : periodOf(chosen)

  return [...(other ? [other] : []), ...usual]
}

/** `75,00 %`; nothing to divide by is not applicable. */
const rateWords = (rate: number | null) => (rate === null ? 'N/A' : `${rate.toFixed(2).replace('.', ',')} %`)
const pointWords = (points: number) => points.toFixed(2).replace('.', ',')

function Levers({ view, filters }: { view: ServiceQualityView; filters: Filters }) {
  return (
    <section className="report-part">
      <h2>Việc nâng điểm nhiều nhất</h2>
      {view.levers.length === 0 && <p className="hint">Không có nhóm hồ sơ nào mà xử lý ngay sẽ nâng được chỉ số.</p>}
      <ol className="lever-list">
        {view.levers.map(({ id, indicator, words, count, gainRate, gainPoints, isKeeping }) => (
          <li key={id}>
            <p>
              {words.vi}.{' '}
              <Link to={indicatorAddress({ ...filters, indicator, part: isKeeping ? 'numerator' : 'missing' })}>
                {groupDigits(count)} hồ sơ
              </Link>
            </p>
            <p className="hint">
              {isKeeping ? 'Giữ được' : 'Chỉ số'} {indicator} {isKeeping ? '' : 'tăng'} {pointWords(gainRate)} điểm phần
              trăm
              {gainPoints !== null && ` (${pointWords(gainPoints)} điểm trên thang 100)`}.
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Indicators({ view, filters }: { view: ServiceQualityView; filters: Filters }) {
  const part = (indicator: IndicatorView, which: 'numerator' | 'denominator', words: string) =>
    indicator.id === '3.2' ? (
      groupDigits(indicator[which])
    ) : (
      <CountLink
        count={indicator[which]}
        to={indicatorAddress({ ...filters, indicator: indicator.id, part: which })}
        label={`Chỉ số ${indicator.id}, ${words}`}
        {...(countsComplaints(indicator.id) && { of: 'phản ánh' })}
      />
    )

  return (
    <section className="report-part">
      <h2>Các chỉ số</h2>
      <div className="table-scroll">
        <table className="data-table">
          <caption className="unseen">Các chỉ số của Quyết định 766 tính được từ quầy</caption>
          <thead>
            <tr>
              <th scope="col">Chỉ số</th>
              <th scope="col" className="number">
                Tử số
              </th>
              <th scope="col" className="number">
                Mẫu số
              </th>
              <th scope="col" className="number">
                Tỷ lệ
              </th>
              <th scope="col" className="number">
                Điểm
              </th>
              <th scope="col">Công thức</th>
            </tr>
          </thead>
          <tbody>
            {view.indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.id} {indicator.name.vi}
                </th>
                <td className="number">{part(indicator, 'numerator', 'tử số')}</td>
                <td className="number">{part(indicator, 'denominator', 'mẫu số')}</td>
                <td className="number">
                  {rateWords(indicator.rate)}
                  {indicator.isProvisional && indicator.rate !== null && <span className="small-number">tạm tính</span>}
                </td>
                <td className="number">
                  {indicator.points === null ? '–' : `${pointWords(indicator.points)}/${indicator.maximum}`}
                </td>
                <td>
                  {indicator.formula.vi}
                  <span className="hint">
                    {' '}
                    Bản {indicator.version}, {indicator.source.text}.
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const timeUnits = { working_day: 'ngày làm việc', working_minute: 'giờ làm việc', calendar_day: 'ngày', immediate: '' }

const MeanTimes = ({ rows }: { rows: ServiceQualityView['meanTimes'] }) => (
  <section className="report-part">
    <h2>2.2 Thời gian giải quyết trung bình</h2>
    <div className="table-scroll">
      <table className="data-table">
        <caption className="unseen">Thời gian giải quyết trung bình theo thủ tục</caption>
        <thead>
          <tr>
            <th scope="col">Thủ tục</th>
            <th scope="col" className="number">
              Đã giải quyết
            </th>
            <th scope="col" className="number">
              Trung bình
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ procedure, unit, label, resolved, mean }) => (
            <tr key={`${procedure} ${unit}`}>
              <th scope="row">{label.vi}</th>
              <td className="number">{groupDigits(resolved)}</td>
              <td className="number">
                {pointWords(mean)} {timeUnits[unit]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

function ComplaintClasses({ rows, filters }: { rows: ServiceQualityView['complaintClasses']; filters: Filters }) {
  return (
    <section className="report-part">
      <h2>5.1 {complaintClassesText.name.vi}</h2>
      <div className="table-scroll">
        <table className="data-table">
          <caption className="unseen">Phản ánh, kiến nghị nhận trong kỳ, theo loại</caption>
          <thead>
            <tr>
              <th scope="col">Loại</th>
              <th scope="col" className="number">
                Phản ánh
              </th>
              <th scope="col" className="number">
                Tỷ lệ
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ topic, label, count, rate }) => (
              <tr key={topic}>
                <th scope="row">{label.vi}</th>
                <td className="number">
                  <CountLink
                    count={count}
                    to={complaintsAddress({ ...filters, indicator: '5.1', part: 'denominator', topic })}
                    label={`Chỉ số 5.1, ${label.vi}`}
                    of="phản ánh"
                  />
                </td>
                <td className="number">{rateWords(rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">
        {complaintClassesText.formula.vi}. Bản {complaintClassesText.version}, {complaintClassesText.source.text}.
      </p>
    </section>
  )
}

function Units({ units, period }: { units: NonNullable<ServiceQualityView['units']>; period: string }) {
  const ids = units[0]?.rates.map(({ id }) => id) ?? []

  return (
    <section className="report-part">
      <h2>Theo xã, phường</h2>
      <div className="table-scroll">
        <table className="data-table">
          <caption className="unseen">Chỉ số của từng xã, phường</caption>
          <thead>
            <tr>
              <th scope="col">Xã, phường</th>
              <th scope="col" className="number">
                Hồ sơ
              </th>
              {ids.map((id) => (
                <th key={id} scope="col" className="number">
                  {id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, label, dossiers, rates }) => (
              <tr key={unit}>
                <th scope="row">
                  <Link to={qualityAddress({ period, unit })}>{label.vi}</Link>
                </th>
                <td className="number">
                  {groupDigits(dossiers)}
                  {dossiers < 5 && <span className="small-number">số nhỏ</span>}
                </td>
                {rates.map(({ id, rate }) => (
                  <td key={id} className="number">
                    {rateWords(rate)}
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
