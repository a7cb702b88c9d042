import { scaleBand, scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { SlaView } from '#shared/reports/schemas.ts'
import { groupDigits } from '#shared/text/format.ts'
import { judged, onTimeRate, rateWords } from './rates.ts'

const width = 600
const height = 220
const widestBar = 56
const margin = { top: 28, right: 44, bottom: 26, left: 44 }

/** By month of filing: how many ended in time and late (bars), and the rate in time (line). */
export function MonthChart({ rows }: { rows: SlaView['rows'] }) {
  const months = [...rows].sort((a, b) => a.key.localeCompare(b.key))
  const x = scaleBand(
    months.map(({ key }) => key),
    [margin.left, width - margin.right],
  ).padding(0.35)
  const y = scaleLinear([0, Math.max(1, ...months.map(judged))], [height - margin.bottom, margin.top]).nice(4)
  const rate = scaleLinear([0, 100], [height - margin.bottom, margin.top])
  const middle = (key: string) => (x(key) ?? 0) + x.bandwidth() / 2
  const bar = Math.min(widestBar, x.bandwidth())
  const ratePath = line<SlaView['rows'][number]>()
    .defined((row) => onTimeRate(row) !== null)
    .x(({ key }) => middle(key))
    .y((row) => rate(onTimeRate(row) ?? 0))(months)

  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(months)}>
      <Hatch />
      {y.ticks(4).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={margin.left} x2={width - margin.right} className="grid-line" />
          <text x={margin.left - 6} dy="0.32em" textAnchor="end">
            {groupDigits(tick)}
          </text>
        </g>
      ))}
      {[0, 50, 100].map((tick) => (
        <text key={tick} x={width - margin.right + 6} y={rate(tick)} dy="0.32em">
          {tick} %
        </text>
      ))}
      {months.map((row) => {
        const [whole, inTime] = [y(judged(row)), y(judged(row) - row.late)]

        return (
          <g key={row.key}>
            <title>{`${row.label.vi}: ${judged(row)} đã xong, ${row.late} trễ`}</title>
            <rect className="in-time" x={middle(row.key) - bar / 2} width={bar} y={inTime} height={y(0) - inTime} />
            <rect className="late" x={middle(row.key) - bar / 2} width={bar} y={whole} height={inTime - whole} />
            <text x={middle(row.key)} y={height - margin.bottom + 16} textAnchor="middle">
              {monthWords(row.key)}
            </text>
          </g>
        )
      })}
      {ratePath && <path className="rate-line" d={ratePath} />}
      {months.map(
        (row) =>
          onTimeRate(row) !== null && (
            <circle key={row.key} className="rate-dot" cx={middle(row.key)} cy={rate(onTimeRate(row) ?? 0)} r={3.5} />
          ),
      )}
      <Legend />
    </svg>
  )
}

/** Late is hatched and not only red, for grey print. */
const Hatch = () => (
  <pattern id="late-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="5" height="5" className="hatch-ground" />
    <line y2="5" className="hatch-line" />
  </pattern>
)

const Legend = () => (
  <g transform={`translate(${margin.left} 10)`} className="legend">
    <rect className="in-time" width="10" height="10" y="-5" />
    <text x="15" dy="0.32em">
      trong hạn
    </text>
    <rect className="late" width="10" height="10" x="90" y="-5" />
    <text x="105" dy="0.32em">
      trễ hạn
    </text>
    <line className="rate-line" x1="170" x2="186" />
    <circle className="rate-dot" cx="178" r="3.5" />
    <text x="192" dy="0.32em">
      tỷ lệ đúng hạn (thang bên phải)
    </text>
  </g>
)

const monthWords = (key: string) => key.replace(/^(\d{4})-(\d{2})$/, '$2/$1')

const describe = (months: SlaView['rows']) =>
  `Số hồ sơ đã xong và tỷ lệ đúng hạn theo tháng nộp. ${months.map((row) => `${row.label.vi}: ${judged(row)}, ${rateWords(onTimeRate(row))}`).join('; ')}`
