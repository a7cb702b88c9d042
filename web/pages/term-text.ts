import type { Term } from '#shared/catalogue/types.ts'
import { termWords } from '#shared/sla/explain-words.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

/** A term as residents say it: half a day is stored as 240 working minutes, but nobody counts those. */
export function termText(term: Term): Bilingual {
  return term.unit === 'working_minute' && term.value === 240
    ? { vi: 'nửa ngày làm việc', en: 'half a working day' }
    : termWords(term)
}
