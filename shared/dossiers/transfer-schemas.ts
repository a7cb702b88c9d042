import * as z from 'zod/mini'
import { transferReasonCodes } from './transfer-reasons.ts'

/** To which commune, and why: in the officer's words, and coded where one of the usual grounds is meant. */
export const transferInput = z.strictObject({
  to: z.string().check(z.regex(/^\d{5}$/)),
  reasonCode: z.optional(z.enum(transferReasonCodes)),
  reason: z.string().check(z.minLength(3), z.maxLength(2000)),
})
export type TransferInput = z.infer<typeof transferInput>
