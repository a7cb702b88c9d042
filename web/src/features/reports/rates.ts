import type { SlaRow } from '#shared/reports/schemas.ts'

/** Below this a rate says more about chance than about a unit, and is marked. */
export const smallNumber = 5

export type Verdicts = Pick<SlaRow, 'early' | 'onTime' | 'late'>

/** Ended dossiers that had a term: what was refused or withdrawn before acceptance has no verdict (CLOCK rule 6.1). */
export const judged = ({ early, onTime, late }: Verdicts): number => early + onTime + late

/**
 * The share of judged dossiers that ended in time, in percent with two decimals, half up from the exact fraction;
 * null when there is none: nothing is neither 0 nor 100 (CLOCK rule 10.7).
 */
export function onTimeRate(row: Verdicts): number | null {
  const all = judged(row)
  if (all === 0) return null

  return Math.floor(((row.early + row.onTime) * 20_000 + all) / (2 * all)) / 100
}

/** By how many percentage points the rate moved since another period; null where one of them has none. */
export function changeOf(now: Verdicts, before: Verdicts | null): number | null {
  const [rate, earlier] = [onTimeRate(now), before && onTimeRate(before)]

  return rate === null || earlier === null ? null : Math.round((rate - earlier) * 100) / 100
}

/** `92,31 %`, with the comma of Vietnamese; `chưa có` for nothing. */
export const rateWords = (rate: number | null): string =>
  rate === null ? 'chưa có' : `${rate.toFixed(2).replace('.', ',')} %`

export const isSmall = (row: Verdicts): boolean => judged(row) > 0 && judged(row) < smallNumber

/** Working days of 480 minutes with one decimal: `2,5 ngày`; hours below a day. */
export function durationWords(minutes: number | null): string {
  if (minutes === null) return '–'
  if (minutes < 480) return `${decimal(minutes / 60)} giờ`

  return `${decimal(minutes / 480)} ngày`
}

const decimal = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',')
