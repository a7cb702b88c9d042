import { scaleLinear } from 'd3-scale'
import type { SlaView } from '#shared/reports/schemas.ts'
import { groupDigits } from '#shared/text/format.ts'

const width = 720
const rowHeight = 24
const left = 200
const right = 60
const top = 26
const shownUnits = 15

/** Where work piles up: the communes with most open dossiers, by how urgent these are. */
export function LoadChart({ rows }: { rows: SlaView['rows'] }) {
  const busiest = rows
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open)
    .slice(0, shownUnits)
  if (busiest.length === 0) return <p className="hint">Không có hồ sơ nào đang mở.</p>
  const x = scaleLinear([0, Math.max(...busiest.map(({ open }) => open))], [left, width - right]).nice()
  const height = top + busiest.length * rowHeight

  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(busiest)}>
      <pattern id="overdue-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="hatch-ground" />
        <line y2="5" className="hatch-line" />
      </pattern>
      <g transform={`translate(${left} 9)`} className="legend">
        <rect className="overdue" width="10" height="10" y="-5" />
        <text x="15" dy="0.32em">
          quá hạn
        </text>
        <rect className="soon" width="10" height="10" x="85" y="-5" />
        <text x="100" dy="0.32em">
          sắp đến hạn
        </text>
        <rect className="waiting" width="10" height="10" x="190" y="-5" />
        <text x="205" dy="0.32em">
          chờ bổ sung
        </text>
        <rect className="rest" width="10" height="10" x="300" y="-5" />
        <text x="315" dy="0.32em">
          còn lại
        </text>
      </g>
      {busiest.map((row, index) => (
        <g key={row.key} transform={`translate(0 ${top + index * rowHeight + rowHeight / 2})`}>
          <title>{unitWords(row)}</title>
          <text x={left - 10} dy="0.32em" textAnchor="end">
            {row.label.vi}
          </text>
          {segmentsOf(row).map(({ look, from, to }) => (
            <rect key={look} className={look} x={x(from)} width={x(to) - x(from)} y={-8} height={16} />
          ))}
          <text x={x(row.open) + 6} dy="0.32em">
            {groupDigits(row.open)}
          </text>
        </g>
      ))}
    </svg>
  )
}

type Row = SlaView['rows'][number]

/** The parts of the open dossiers, one after the other; whoever waits for the resident may be overdue too and is counted there. */
function segmentsOf({ open, overdue, dueSoon, waiting }: Row) {
  let from = 0
  const parts: [string, number][] = [
    ['overdue', overdue],
    ['soon', dueSoon],
    ['waiting', waiting],
    ['rest', open],
  ]

  return parts.flatMap(([look, count]) => {
    const start = from
    from = look === 'rest' ? open : Math.min(open, from + count)

    return from > start ? [{ look, from: start, to: from }] : []
  })
}

const unitWords = ({ label, open, overdue, dueSoon, waiting }: Row) =>
  `${label.vi}: ${open} đang mở, ${overdue} quá hạn, ${dueSoon} sắp đến hạn, ${waiting} chờ bổ sung`

const describe = (rows: readonly Row[]) => `Hồ sơ đang mở theo xã, phường. ${rows.map(unitWords).join('; ')}`
