import * as z from 'zod/mini'

/** A text in both languages, as it crosses the wire. */
export const bilingual = z.object({ vi: z.string(), en: z.string() })
