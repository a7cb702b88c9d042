import { eq } from 'drizzle-orm'
import { payments } from '#db/schema/payments.ts'
import { nextPaymentState } from '#shared/payments/transitions.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { readOpenPayment } from './open-payment.ts'

/**
 * The payer says that the money was sent: from now on the payment waits for the bank and does not expire. Said twice
 * it changes nothing; when the bank was faster there is nothing to say.
 */
export function tellPayment(deps: Pick<Deps, 'pool' | 'now'>, dossierId: string): Promise<void> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const payment = await readOpenPayment(tx, dossierId)
    const next = payment && nextPaymentState(payment.state, 'tell')
    if (!payment || !next || next === payment.state) return
    await tx.update(payments).set({ state: next, toldAt: deps.now() }).where(eq(payments.id, payment.id))
  })
}
