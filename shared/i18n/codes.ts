import type { Catalogue } from './say.ts'

/** The two codes that open a dossier; both are on the receipt. */
export const codeTexts = {
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  key: { vi: 'Mã tra cứu', en: 'Tracking key' },
} satisfies Catalogue
