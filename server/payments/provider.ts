import type { BankNotice } from '#shared/payments/schemas.ts'
import type { ReceivingAccount } from '#shared/payments/viet-qr.ts'

/** An account that fees go to, with the names that a payer checks before sending. */
export interface UnitAccount extends ReceivingAccount {
  bankName: string
  holder: string
}

/** Signed words of a bank as they came in: `payload` is what was signed. */
export interface SignedNotice {
  payload: string
  signature: string
}

/**
 * Whoever tells the desk that money arrived: a bank, or the collection service of the treasury. One adapter each; the
 * desk asks nothing else of them, and never asks whether the money came: it is told, as often as they like.
 */
export interface PaymentProvider {
  /** Stored beside each transfer: numbers of transfers are unique within one provider. */
  name: string
  /** Where a unit's fees go; `undefined` when it takes none by transfer. */
  accountOf(unit: string): UnitAccount | undefined
  /** Whose account this is. */
  unitOf(accountNumber: string): string | undefined
  /** What a notice says, or `undefined` when it is not truly the provider's. */
  readNotice(signed: SignedNotice): BankNotice | undefined
}
