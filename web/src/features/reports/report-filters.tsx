import { channels } from '#shared/dossiers/events.ts'
import { formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import type { ReportFilters } from './api.ts'
import { channelWords } from './channel-words.ts'
import { usualPeriods } from './periods.ts'

interface ReportFilterBarProps {
  filters: ReportFilters
  /** The period that the answer is for, when none was chosen. */
  answered: { from: string; to: string } | undefined
  procedures: ReadonlyMap<string, string>
  unitName: string | undefined
  onChange: (patch: { [K in keyof ReportFilters]?: string | undefined }) => void
}

/** The page's filters; each is in the address. */
export function ReportFilterBar({ filters, answered, procedures, unitName, onChange }: ReportFilterBarProps) {
  const from = filters.from ?? answered?.from ?? ''
  const to = filters.to ?? answered?.to ?? ''
  const periods = usualPeriods(localDayOf(deskNow()))
  const chosen = periods.find((period) => period.from === from && period.to === to)

  return (
    <search className="report-filters">
      <label>
        Kỳ
        <select
          value={chosen?.words ?? ''}
          onChange={({ target }) => {
            const period = periods.find(({ words }) => words === target.value)
            onChange({ from: period?.from, to: period?.to })
          }}
        >
          <option value="">{filters.from || filters.to ? 'Tự chọn' : '90 ngày gần đây'}</option>
          {periods.map(({ words }) => (
            <option key={words}>{words}</option>
          ))}
        </select>
      </label>
      <label>
        Từ ngày
        <input
          type="date"
          value={from}
          max={to}
          onChange={({ target }) => target.value && onChange({ from: target.value, to })}
        />
      </label>
      <label>
        đến ngày
        <input
          type="date"
          value={to}
          min={from}
          onChange={({ target }) => target.value && onChange({ from, to: target.value })}
        />
      </label>
      <label>
        Thủ tục
        <select value={filters.procedure ?? ''} onChange={({ target }) => onChange({ procedure: target.value })}>
          <option value="">Mọi thủ tục</option>
          {[...procedures].map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Cách nộp
        <select value={filters.channel ?? ''} onChange={({ target }) => onChange({ channel: target.value })}>
          <option value="">Mọi cách</option>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelWords[channel]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Đơn vị
        <select value={filters.units ?? 'now'} onChange={({ target }) => onChange({ units: target.value })}>
          <option value="now">Theo xã, phường hiện nay</option>
          <option value="then">Theo xã, phường khi đó</option>
        </select>
      </label>
      {filters.unit && (
        <button type="button" className="chip" onClick={() => onChange({ unit: undefined, edition: undefined })}>
          {unitName ?? filters.unit} <span aria-hidden="true">✕</span>
          <span className="unseen">bỏ lọc theo xã</span>
        </button>
      )}
      {from && (
        <span className="hint">
          Hồ sơ nộp từ {formatIsoDay(from)} đến {formatIsoDay(to)}
        </span>
      )}
    </search>
  )
}
