import { scaleLinear } from 'd3-scale'
import type { SlaView } from '#shared/reports/schemas.ts'
import { groupDigits } from '#shared/text/format.ts'
import { rowAddress } from './api.ts'
import { CountLink } from './count-link.tsx'
import { measureOf } from './measures.ts'

const width = 600
const rowHeight = 26
const left = 150
const right = 60

/** All open dossiers by days since filing, whatever the period: the oldest are the ones to ask about. */
export function BacklogChart({ backlog }: { backlog: SlaView['backlog'] }) {
  const most = Math.max(...backlog.map(({ count }) => count))
  if (most === 0) return <p className="hint">Không có hồ sơ nào đang mở.</p>
  const x = scaleLinear([0, most], [left, width - right])

  return (
    <>
      <svg
        className="chart backlog"
        viewBox={`0 0 ${width} ${backlog.length * rowHeight}`}
        role="img"
        aria-label={describe(backlog)}
      >
        {backlog.map(({ measure, days, count }, index) => (
          <g key={measure} transform={`translate(0 ${index * rowHeight + rowHeight / 2})`}>
            <text x={left - 10} dy="0.32em" textAnchor="end">
              {measureOf(measure).words}
            </text>
            <rect className={days >= 30 ? 'overdue' : 'rest'} x={left} width={x(count) - left} y={-8} height={16} />
            <text x={x(count) + 6} dy="0.32em">
              {groupDigits(count)}
            </text>
          </g>
        ))}
      </svg>
      <table className="small-table">
        <caption className="unseen">Hồ sơ đang mở theo số ngày kể từ khi nộp</caption>
        <thead>
          <tr>
            <th scope="col">Đã nộp</th>
            <th scope="col" className="number">
              Số hồ sơ
            </th>
          </tr>
        </thead>
        <tbody>
          {backlog.map(({ measure, count, href }) => (
            <tr key={measure}>
              <th scope="row">{measureOf(measure).words}</th>
              <td className="number">
                <CountLink count={count} to={rowAddress(href, measure)} label={measureOf(measure).words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const describe = (backlog: SlaView['backlog']) =>
  `Hồ sơ đang mở theo tuổi. ${backlog.map(({ measure, count }) => `${measureOf(measure).words}: ${count}`).join('; ')}`
