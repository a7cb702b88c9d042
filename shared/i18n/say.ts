import type { Bilingual, Language } from '../text/bilingual.ts'

/** Picks the words of one language. */
export type Say = (text: Bilingual) => string

/** `sayIn('en')(texts.next)` is `Continue`. */
export const sayIn =
  (language: Language): Say =>
  (text) =>
    text[language]

/** A catalogue's entry: both languages, or both made from the same facts. A missing language does not compile. */
export type Catalogue = Record<string, Bilingual | ((...facts: never[]) => Bilingual)>
