import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'
import { channels } from './events.ts'

export const outageScope = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('province') }),
  z.strictObject({ level: z.literal('unit'), code: z.string().check(z.regex(/^\d{5}$/)) }),
  z.strictObject({ level: z.literal('channel'), channel: z.enum(channels) }),
])

/** A failure that kept people from working. `to` is left out while it lasts; a later record supersedes and ends it. */
export const outageInput = z.strictObject({
  scope: outageScope,
  from: z.iso.datetime({ offset: true }),
  to: z.optional(z.iso.datetime({ offset: true })),
  reason: z.string().check(z.minLength(3), z.maxLength(500)),
  supersedes: z.optional(z.uuid()),
})
export type OutageInput = z.output<typeof outageInput>

export const outageView = z.object({
  id: z.uuid(),
  scope: outageScope,
  from: instant,
  to: z.nullable(instant),
  reason: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
  supersedes: z.nullable(z.string()),
  /** Another record stands in its place. */
  isSuperseded: z.boolean(),
})
export type OutageView = z.output<typeof outageView>
export const outagesView = z.object({ items: z.array(outageView) })
