import { Link } from 'react-router'
import type { SlaView } from '#shared/reports/schemas.ts'
import { groupDigits } from '#shared/text/format.ts'
import { drillAddress, type ReportFilters } from './api.ts'
import { countOf, measureOf } from './measures.ts'
import { isSmall, judged, onTimeRate, rateWords } from './rates.ts'

/** The five questions of whoever answers for the whole: late now, late soon, how much is open, how good, how clean. */
export function FiveNumbers({ view, filters }: { view: SlaView; filters: ReportFilters }) {
  const { totals } = view
  const counted = (['overdue', 'due_soon', 'open'] as const).map(measureOf)
  const second = measureOf('second_supplements')
  const waiting = measureOf('waiting')

  return (
    <ul className="five-numbers">
      {counted.map((measure) => (
        <li key={measure.name} className={countOf(view, measure) > 0 ? measure.name : undefined}>
          <Link to={drillAddress(filters, measure.name)} title={measure.definition}>
            <span className="big">{groupDigits(countOf(view, measure))}</span>
            <span>{measure.words}</span>
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
            {isSmall(totals) && ' · số nhỏ'} · kỳ trước {rateWords(onTimeRate(view.before.totals))}
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
