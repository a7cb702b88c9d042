import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'

/**
 * How long a filing waits for its resident's yes, in minutes; how many codes may be sent for it, how often one may be
 * tried, how long it counts, and how many seconds lie between two.
 */
export const confirmationLimits = { waitMinutes: 30, codes: 5, tries: 5, codeMinutes: 15, secondsBetween: 60 } as const

/** `sending` until a carrier took it; `failed`: no way to that address, so the resident confirms by name. */
export const codeStates = ['none', 'sending', 'sent', 'failed'] as const
export type CodeState = (typeof codeStates)[number]

/** A filing that a helper typed in and that its resident has not confirmed yet, or has. No name, no answer, no number. */
export const assistedFilingView = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'filed']),
  expiresAt: instant,
  /** "…45", or a masked e-mail address; null where the filing has neither. */
  sendsTo: z.nullable(z.string()),
  codeState: z.enum(codeStates),
  /** Of the dossier, once it is filed. */
  code: z.nullable(z.string()),
})
export type AssistedFilingView = z.infer<typeof assistedFilingView>

/** The resident's own yes: the digits that were sent, or the own name where no telephone is at hand. */
export const confirmationInput = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('one_time_password'),
    password: z.string().check(z.regex(/^\d{6}$/, 'Mã xác nhận có 6 chữ số.')),
  }),
  z.strictObject({
    by: z.literal('typed_name'),
    name: z.string().check(z.minLength(2, 'Ghi đủ họ và tên.'), z.maxLength(200)),
  }),
])
export type ConfirmationInput = z.infer<typeof confirmationInput>

/** All that a helper sees of a dossier afterwards. */
export const assistedDossierView = z.object({
  code: z.string(),
  procedure: z.object({ code: z.enum(procedureCodes), name: bilingual }),
  /** Which unit has it, and how far it is. */
  sentence: bilingual,
  filedAt: instant,
})
export type AssistedDossierView = z.infer<typeof assistedDossierView>

/** The newest first, so many at most. */
export const assistedDossiersShown = 100
export const assistedDossiersView = z.object({ items: z.array(assistedDossierView) })
