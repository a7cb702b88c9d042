import { scaleLinear } from 'd3-scale'
import type { SlaFigures } from '#shared/reports/schemas.ts'
import { durationWords } from './rates.ts'

const width = 720
const height = 64
const top = 28

const turns = [
  { field: 'officeMinutes', look: 'office', words: 'Công an xử lý' },
  { field: 'residentMinutes', look: 'resident', words: 'Chờ công dân' },
  { field: 'agencyMinutes', look: 'agency', words: 'Chờ cơ quan khác' },
  { field: 'systemMinutes', look: 'system', words: 'Sự cố hệ thống' },
] as const satisfies { field: keyof SlaFigures; look: string; words: string }[]

/** Of the time from filing to the end: whose turn it was, as one bar and as a table that says the same. */
export function TurnChart({ figures }: { figures: SlaFigures }) {
  const total = turns.reduce((sum, { field }) => sum + figures[field], 0)
  if (total === 0 || figures.ended === 0) return <p className="hint">Chưa có hồ sơ nào kết thúc trong kỳ.</p>
  const x = scaleLinear([0, total], [0, width])
  let from = 0
  const parts = turns.map((turn) => {
    const minutes = figures[turn.field]
    const start = from
    from += minutes

    return { ...turn, minutes, start, share: percent(minutes, total), each: durationWords(minutes / figures.ended) }
  })

  return (
    <>
      <svg className="chart turns" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(parts)}>
        {parts
          .filter(({ minutes }) => minutes > 0)
          .map(({ look, words, minutes, start, share }) => (
            <g key={look}>
              <title>{`${words}: ${share}`}</title>
              <rect className={look} x={x(start)} width={x(minutes)} y={top} height={24} />
              {x(minutes) > 90 && (
                <text x={x(start) + 6} y={top - 8}>
                  {words} {share}
                </text>
              )}
            </g>
          ))}
      </svg>
      <table className="small-table">
        <caption className="unseen">Thời gian từ khi nộp đến khi kết thúc, theo bên đang giữ việc</caption>
        <thead>
          <tr>
            <th scope="col">Bên giữ việc</th>
            <th scope="col" className="number">
              Tỷ lệ thời gian
            </th>
            <th scope="col" className="number">
              Bình quân một hồ sơ
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ look, words, share, each }) => (
            <tr key={look}>
              <th scope="row">{words}</th>
              <td className="number">{share}</td>
              <td className="number">{each}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1).replace('.', ',')} %`

const describe = (parts: readonly { words: string; share: string }[]) =>
  `Thời gian giải quyết theo bên giữ việc. ${parts.map(({ words, share }) => `${words}: ${share}`).join('; ')}`
