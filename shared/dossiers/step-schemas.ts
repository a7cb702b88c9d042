import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'
import { note, reason } from './schemas.ts'

/** Takes the dossier in; the legal clock starts. `variant` when the officer must choose the other clock. */
export const acceptInput = z.strictObject({ variant: z.optional(z.string()) })
export const requestSupplementInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        subject: z.string().check(z.minLength(1), z.maxLength(60)),
        subjectKind: z.enum(['paper', 'answer']),
        reason: z.string().check(z.minLength(1), z.maxLength(60)),
        message: reason,
      }),
    )
    .check(z.minLength(1), z.maxLength(40)),
  /** Needed from the second request on (NĐ 118/2025: once, completely). */
  supervisorReason: z.optional(reason),
})
export type RequestSupplementInput = z.infer<typeof requestSupplementInput>

export const refuseInput = z.strictObject({
  /** The exact clause that forbids it, as CT06 demands: "Luật Cư trú 68/2020/QH14 Điều 23 khoản 1". */
  clause: z.string().check(z.minLength(5), z.maxLength(300)),
  reason,
})
export type RefuseInput = z.infer<typeof refuseInput>

export const proposeInput = z.strictObject({
  outcome: z.enum(['grant', 'refuse']),
  clause: z.optional(z.string().check(z.minLength(5), z.maxLength(300))),
  note: z.optional(note),
})
export type ProposeInput = z.infer<typeof proposeInput>

export const decideInput = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('grant'), note: z.optional(note) }),
  z.strictObject({ outcome: z.literal('refuse'), clause: z.string().check(z.minLength(5), z.maxLength(300)), reason }),
  z.strictObject({ outcome: z.literal('send_back'), reason }),
])
export type DecideInput = z.infer<typeof decideInput>

export const handOverInput = z.strictObject({
  method: z.enum(['counter', 'electronic', 'post']),
  receivedBy: z.optional(z.string().check(z.maxLength(200))),
  /** At the counter: what was written on the touch pad, a PNG in base64. */
  signature: z.optional(z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(160_000))),
  /** At the counter: the six digits that the desk sent to the resident's own telephone or mailbox. */
  password: z.optional(z.string().check(z.regex(/^\d{6}$/, 'Mã nhận kết quả có 6 chữ số.'))),
  /** By post: the number under which it travels. */
  tracking: z.optional(z.string().check(z.minLength(5), z.maxLength(40))),
})
export type HandOverInput = z.infer<typeof handOverInput>

/** That a one-time password is on its way, where to, and until when it counts. */
export const handOverCodeView = z.object({ sentTo: z.string(), expiresAt: instant })
export type HandOverCodeView = z.infer<typeof handOverCodeView>
export const changeVariantInput = z.strictObject({ variant: z.string().check(z.maxLength(60)), reason })
export const requestPaymentInput = z.strictObject({})
export const recordPaymentInput = z.strictObject({
  amount: z.int().check(z.minimum(0), z.maximum(100_000_000)),
  method: z.enum(['cash', 'transfer', 'portal']),
  reference: z.optional(z.string().check(z.maxLength(100))),
})
/** The resident said so at the counter, or in writing (form 05 of TT 03/2025/TT-VPCP); the reason tells how. */
export const counterWithdrawalInput = z.strictObject({ reason })

/** A letter of apology (form 04); the new date is closing time of this working day, later than the date it replaces. */
export const extendInput = z.strictObject({ newDueOn: z.iso.date(), reason })
export type ExtendInput = z.infer<typeof extendInput>

export const agencyCheckInput = z.strictObject({ agency: z.string().check(z.minLength(3), z.maxLength(200)), reason })
export type AgencyCheckInput = z.infer<typeof agencyCheckInput>
export const agencyResultInput = z.strictObject({ result: z.optional(note) })

export const releaseInput = z.strictObject({ reason: z.optional(note) })
