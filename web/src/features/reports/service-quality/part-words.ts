import type { IndicatorPart } from './api.ts'

/** What the parts of an indicator's fraction are called. */
export const partWords: Record<IndicatorPart, string> = {
  numerator: 'tử số',
  denominator: 'mẫu số',
  missing: 'chưa đạt',
}
