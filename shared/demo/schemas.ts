import * as z from 'zod/mini'
import { roles } from '../accounts/schemas.ts'
import { instant } from '../http/instant.ts'

/** What a demonstration offers; in production there is no such answer. */
export const demoView = z.object({
  demo: z.boolean(),
  now: instant,
  /** How far the demonstration's clock is ahead of the real one. */
  aheadMs: z.number(),
  password: z.string(),
  accounts: z.array(z.object({ username: z.string(), name: z.string(), role: z.enum(roles) })),
})
export type DemoView = z.infer<typeof demoView>

export const moveClockInput = z.strictObject({ now: instant })
