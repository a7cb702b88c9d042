/** One text in the two languages of the desk. Vietnamese is the original; English is for those who cannot read it. */
export interface Bilingual {
  vi: string
  en: string
}

export type Language = keyof Bilingual
