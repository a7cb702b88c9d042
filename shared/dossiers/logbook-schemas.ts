import * as z from 'zod/mini'

/** Which days of which unit's logbook (form 07); both days are included. */
export const logbookQuery = z.strictObject({
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  from: z.iso.date(),
  to: z.iso.date(),
})
export type LogbookQuery = z.infer<typeof logbookQuery>
