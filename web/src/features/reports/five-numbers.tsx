import { Link } from 'react-router'
import type { SlaRow } from '#shared/reports/schemas.ts'
import { drillAddress, type ReportFilters } from './api.ts'
import { groupDigits } from './count-link.tsx'
import { measureOf } from './measures.ts'
import { isSmall, judged, onTimeRate, rateWords } from './rates.ts'

/** The five questions of whoever answers for the whole: late now, late soon, how much is open, how good, how clean. */
export function FiveNumbers({ totals, filters }: { totals: SlaRow; filters: ReportFilters }) {
  const counted = (['overdue', 'due_soon', 'open'] as const).map(measureOf)
  const second = measureOf('second_supplements')
  const waiting = measureOf('waiting')

  return (
    <ul className="five-numbers">
      {counted.map(({ name, field, words, definition }) => (
        <li key={name} className={totals[field] > 0 ? name : undefined}>
          <Link to={drillAddress(filters, name)} title={definition}>
            <span className="big">{groupDigits(totals[field])}</span>
            <span>{words}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={drillAddress(filters, 'late')}
          title="Kết thúc đúng hạn hoặc trước hạn, trên số đã kết thúc có ngày hẹn trả."
        >
          <span className="big">{rateWords(onTimeRate(totals))}</span>
          <span>
            đúng hạn · {groupDigits(totals.late)} trễ trên {groupDigits(judged(totals))} đã xong
            {isSmall(totals) && ' · số nhỏ'}
          </span>
        </Link>
      </li>
      <li className={totals.secondSupplements > 0 ? 'second' : undefined}>
        <Link to={drillAddress(filters, second.name)} title={second.definition}>
          <span className="big">{groupDigits(totals.secondSupplements)}</span>
          <span>
            {second.words} · {groupDigits(totals.waiting)} đang {waiting.words.toLowerCase()}
          </span>
        </Link>
      </li>
    </ul>
  )
}
