import { scaleLinear } from 'd3-scale'
import type { SlaView } from '#shared/reports/schemas.ts'
import { durationWords } from './rates.ts'

const width = 600
const rowHeight = 26
const left = 232
const right = 70
const top = 24

/** How long each procedure takes: the middle dossier (dot) and nine of ten (bar), in working days without pauses. */
export function DurationChart({ rows }: { rows: SlaView['rows'] }) {
  const timed = rows
    .flatMap(({ key, label, medianMinutes, p90Minutes }) =>
      medianMinutes === null || p90Minutes === null ? [] : [{ key, name: label.vi, medianMinutes, p90Minutes }],
    )
    .sort((a, b) => b.p90Minutes - a.p90Minutes)
  if (timed.length === 0) return <p className="hint">Chưa có hồ sơ nào kết thúc trong kỳ.</p>
  const longest = Math.max(...timed.map(({ p90Minutes }) => p90Minutes))
  const x = scaleLinear([0, Math.max(1, longest / 480)], [left, width - right]).nice()
  const height = top + timed.length * rowHeight + 4

  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(timed)}>
      {x.ticks(6).map((tick) => (
        <g key={tick} transform={`translate(${x(tick)} 0)`}>
          <line y1={top - 6} y2={height} className="grid-line" />
          <text y={top - 12} textAnchor="middle">
            {String(tick).replace('.', ',')} ngày
          </text>
        </g>
      ))}
      {timed.map(({ key, name, medianMinutes, p90Minutes }, index) => (
        <g key={key} transform={`translate(0 ${top + index * rowHeight + rowHeight / 2})`}>
          <title>{`${name}: trung vị ${durationWords(medianMinutes)}, 9/10 dưới ${durationWords(p90Minutes)}`}</title>
          <text x={left - 10} dy="0.32em" textAnchor="end">
            {name.length > 36 ? `${name.slice(0, 34)}…` : name}
          </text>
          <rect className="span" x={x(0)} width={Math.max(1, x(p90Minutes / 480) - x(0))} y={-6} height={12} rx={2} />
          <circle className="median" cx={x(medianMinutes / 480)} r={5} />
          <text x={x(p90Minutes / 480) + 6} dy="0.32em">
            {durationWords(p90Minutes)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const describe = (timed: { name: string; medianMinutes: number; p90Minutes: number }[]) =>
  `Thời gian giải quyết theo thủ tục. ${timed
    .map(
      ({ name, medianMinutes, p90Minutes }) =>
        `${name}: trung vị ${durationWords(medianMinutes)}, 9/10 dưới ${durationWords(p90Minutes)}`,
    )
    .join('; ')}`
