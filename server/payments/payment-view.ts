import type { payments } from '#db/schema/payments.ts'
import type { PaymentView } from '#shared/payments/schemas.ts'
import { vietQr } from '#shared/payments/viet-qr.ts'
import type { PaymentProvider } from './provider.ts'

/** What the payer sees: whom to pay, how much, under which reference, and the code that says all of it to a bank. */
export function toPaymentView(
  payment: typeof payments.$inferSelect,
  unit: string,
  provider: PaymentProvider,
): PaymentView | undefined {
  const account = provider.accountOf(unit)
  if (!account) return undefined
  const { reference, amount, state, expiresAt, toldAt } = payment

  return { reference, amount, state, expiresAt, toldAt, account, qr: vietQr({ ...account, amount, reference }) }
}
