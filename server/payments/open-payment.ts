import { randomBytes } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { payments } from '#db/schema/payments.ts'
import { paymentReference } from '#shared/payments/reference.ts'
import type { PaymentView } from '#shared/payments/schemas.ts'
import { nextPaymentState, openPaymentStates } from '#shared/payments/transitions.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { toPaymentView } from './payment-view.ts'
import type { PaymentProvider } from './provider.ts'

/** How long a code may be paid by. A choice of this desk: no text names a term for the fee itself. */
const validDays = 10

type Payment = typeof payments.$inferSelect

/**
 * The payment of a dossier that waits for its fee, made when it is first looked at. Whoever looks again, or from
 * another phone, gets the same one; after it expired a new one, under a new reference.
 *
 * `undefined` when no fee is waited for, or the unit takes none by transfer.
 */
export function openPayment(
  deps: Pick<Deps, 'pool' | 'now'>,
  provider: PaymentProvider | undefined,
  dossierId: string,
): Promise<PaymentView | undefined> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    // The row lock: two phones that look at once must not make two payments.
    const dossier = one(
      await tx
        .select({ state: dossiers.state, fee: dossiers.fee, unitCode: dossiers.unitCode })
        .from(dossiers)
        .where(eq(dossiers.id, dossierId))
        .for('update'),
    )
    if (dossier.state !== 'payment_due' || !provider?.accountOf(dossier.unitCode)) return undefined
    const open = await readOpenPayment(tx, dossierId)
    const payment =
      open && !(await expires(tx, open, deps.now())) ? open : await makePayment(tx, dossierId, dossier.fee, deps.now())

    return toPaymentView(payment, dossier.unitCode, provider)
  })
}

/** The one payment of a dossier that may still be paid, locked. */
export async function readOpenPayment(tx: Tx, dossierId: string): Promise<Payment | undefined> {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.dossierId, dossierId), inArray(payments.state, [...openPaymentStates])))
    .orderBy(desc(payments.requestedAt))
    .for('update')

  return payment
}

/** Gives a payment up when its time is over; one that was sent, or that failed at the bank, stays. */
async function expires(tx: Tx, payment: Payment, at: Date): Promise<boolean> {
  const next = nextPaymentState(payment.state, 'expire')
  if (at < payment.expiresAt || next === undefined) return false
  await tx.update(payments).set({ state: next, settledAt: at }).where(eq(payments.id, payment.id))

  return true
}

async function makePayment(tx: Tx, dossierId: string, amount: number, at: Date): Promise<Payment> {
  return one(
    await tx
      .insert(payments)
      .values({
        id: newId(),
        dossierId,
        reference: paymentReference(randomBytes(10)),
        amount,
        state: 'requested',
        requestedAt: at,
        expiresAt: new Date(at.getTime() + validDays * 86_400_000),
      })
      .returning(),
  )
}
