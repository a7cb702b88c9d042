import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'
import { paymentStates } from './transitions.ts'

/**
 * What became of money that the bank reported. `unmatched`: it names no payment of ours. `wrong_amount`: it names one
 * but is more or less than asked. `doubled`: the fee was paid before. `not_due`: the dossier waits for no fee any more.
 */
export const entryOutcomes = ['matched', 'unmatched', 'wrong_amount', 'doubled', 'not_due'] as const
export type EntryOutcome = (typeof entryOutcomes)[number]

/** How a person closed an entry that did not match: it was given to a dossier, sent back, or left with a reason. */
export const settlements = ['assigned', 'returned', 'noted'] as const
export type Settlement = (typeof settlements)[number]

/** A bank's word about one transfer, in the desk's own terms; a provider translates what its bank sends. */
export const bankNotice = z.strictObject({
  /** The bank's own number of the transfer: the same number is the same transfer, however often it is told. */
  bankReference: z.string().check(z.minLength(4), z.maxLength(60)),
  /** The account that received it. */
  accountNumber: z.string().check(z.regex(/^[0-9A-Za-z]{1,19}$/)),
  /** What the payer's bank wrote beside it; holds our reference somewhere. */
  memo: z.string().check(z.maxLength(210)),
  amount: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
  status: z.enum(['arrived', 'failed']),
  at: instant,
})
export type BankNotice = z.infer<typeof bankNotice>

export const noticeTaken = z.object({ outcome: z.enum([...entryOutcomes, 'failed', 'ignored']) })
export type NoticeTaken = z.infer<typeof noticeTaken>

const settledView = z.object({ as: z.enum(settlements), note: z.string(), by: z.string(), at: instant })

/** Money as the bank reported it and as the unit that received it sees it. */
export const bankEntryView = z.object({
  id: z.uuid(),
  bankReference: z.string(),
  memo: z.string(),
  amount: z.int(),
  /** What the payment that it names asked for; null where it names none. */
  asked: z.nullable(z.int()),
  outcome: z.enum(entryOutcomes),
  unit: z.nullable(z.string()),
  code: z.nullable(z.string()),
  at: instant,
  settled: z.nullable(settledView),
})
export type BankEntryView = z.infer<typeof bankEntryView>

/** A payment whose payer said that it was sent and of which the bank has said nothing yet. */
export const waitingPaymentView = z.object({
  id: z.uuid(),
  code: z.string(),
  reference: z.string(),
  amount: z.int(),
  state: z.enum(paymentStates),
  toldAt: instant,
  unit: z.string(),
})
export type WaitingPaymentView = z.infer<typeof waitingPaymentView>

export const reconciliationView = z.object({
  /** What did not match and nobody has closed, the oldest first. */
  open: z.array(bankEntryView),
  waiting: z.array(waitingPaymentView),
  /** What came lately and is done with, the newest first. */
  done: z.array(bankEntryView),
})
export type ReconciliationView = z.infer<typeof reconciliationView>

/** Closes an entry: `assigned` needs the code of the dossier that it pays. */
export const settleEntryInput = z.strictObject({
  as: z.enum(settlements),
  code: z.optional(z.string().check(z.maxLength(40))),
  note: z.string().check(z.minLength(3), z.maxLength(500)),
})
export type SettleEntryInput = z.infer<typeof settleEntryInput>

/** A notice with the proof that it is the bank's own: `payload` is the JSON text of a `BankNotice`, as it was signed. */
export const signedNotice = z.strictObject({
  payload: z.string().check(z.maxLength(2000)),
  signature: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

/** What the payer sees of a fee that may be paid by transfer. */
export const paymentView = z.object({
  reference: z.string(),
  amount: z.int(),
  state: z.enum(paymentStates),
  expiresAt: instant,
  toldAt: z.nullable(instant),
  account: z.object({ bankBin: z.string(), accountNumber: z.string(), bankName: z.string(), holder: z.string() }),
  /** The text of its VietQR. */
  qr: z.string(),
})
export type PaymentView = z.infer<typeof paymentView>
