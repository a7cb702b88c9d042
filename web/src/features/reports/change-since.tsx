import { changeOf, isSmall, type Verdicts } from './rates.ts'

/**
 * By how many percentage points the rate in time moved since the period before: `+1,25`. A sign and a word, not only
 * a colour; nothing where one of the two has no rate, and a mark where one is of a small number.
 */
export function RateChange({ now, before }: { now: Verdicts; before: Verdicts | null }) {
  const points = changeOf(now, before)
  if (points === null || !before) return <span className="hint">–</span>
  const words = `${signOf(points)}${Math.abs(points).toFixed(2).replace('.', ',')}`

  return (
    <span className={points < 0 ? 'worse' : undefined}>
      <span className="unseen">{points < 0 ? 'giảm ' : 'tăng '}</span>
      {words}
      {(isSmall(now) || isSmall(before)) && (
        <abbr className="small-number" title="Một trong hai kỳ có dưới 5 hồ sơ đã xong">
          số nhỏ
        </abbr>
      )}
    </span>
  )
}

/** A true minus, as wide as the plus beside it. */
const signOf = (points: number) => (points < 0 ? '−' : points > 0 ? '+' : '±')
