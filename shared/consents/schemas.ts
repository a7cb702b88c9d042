import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'

/** `asked` until an answer or the end of its days; `counter`: given before an officer. */
export const consentStates = ['asked', 'agreed', 'refused', 'expired', 'counter'] as const
export type ConsentState = (typeof consentStates)[number]

/** Whose agreement may be asked by a link, as the questions name them (`headConsentBy`, `ownerConsentBy` …). */
export const consentRoles = ['head', 'owner', 'guardian'] as const
export type ConsentRole = (typeof consentRoles)[number]

/** A link works this long, in days. */
export const consentDays = 7

/** One agreement as the dossier's page and the officer's pane show it. */
export const consentView = z.object({
  id: z.uuid(),
  role: z.enum(consentRoles),
  /** "Chủ hộ", "Chủ sở hữu chỗ ở" … */
  roleName: bilingual,
  name: z.string(),
  /** Where the link went, masked: "…45", or "t…@example.vn". */
  sendsTo: z.string(),
  state: z.enum(consentStates),
  askedAt: instant,
  expiresAt: instant,
  answeredAt: z.nullable(instant),
  /** The answers were changed after it was given: it says nothing about what stands there now. */
  isOutdated: z.boolean(),
})
export type ConsentView = z.infer<typeof consentView>

/** `toBeAsked`: how many people the desk has still to send a link, which takes it moments after filing. */
export const consentsView = z.object({ items: z.array(consentView), toBeAsked: z.number() })
export type ConsentsView = z.infer<typeof consentsView>

/** What an officer records who has seen the person. */
export const counterConsentInput = z.strictObject({ agrees: z.boolean() })
export type CounterConsentInput = z.infer<typeof counterConsentInput>
