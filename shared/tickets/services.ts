import { procedureCodes } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'

/** What somebody comes for: procedures by their code, and what is no procedure. */
export const wantedServices = [...procedureCodes, 'result', 'other'] as const
export type WantedService = (typeof wantedServices)[number]

/** Names of what stands in no catalogue. */
export const otherServiceNames: Record<'result' | 'other', Bilingual> = {
  result: { vi: 'Nhận kết quả', en: 'Collect a result' },
  other: { vi: 'Việc khác, cần hỏi', en: 'Something else, a question' },
}
