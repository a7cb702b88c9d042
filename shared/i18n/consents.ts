import type { Consent } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'

/** Whose agreement it is, as the resident knows that person. */
export const consentNames: Record<Consent['from'], Bilingual> = {
  head: { vi: 'Chủ hộ', en: 'The head of the household' },
  owner: { vi: 'Chủ sở hữu chỗ ở', en: 'The owner of the dwelling' },
  guardian: { vi: 'Cha, mẹ hoặc người giám hộ', en: 'A parent or guardian' },
}
