import { sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'

/** Fixed for as long as the page is open: another language is another page from the server. */
export const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi'

export const say = sayIn(language)
