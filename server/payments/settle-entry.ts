import { and, eq } from 'drizzle-orm'
import { bankEntries, payments } from '#db/schema/payments.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { SettleEntryInput } from '#shared/payments/schemas.ts'
import { nextPaymentState } from '#shared/payments/transitions.ts'
import { changeDossier } from '../dossiers/change-dossier.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, invalid, notFound } from '../platform/problem.ts'
import { readOpenPayment } from './open-payment.ts'
import { ownEntries } from './reconcile.ts'

type Entry = typeof bankEntries.$inferSelect

/**
 * Closes a transfer that fitted nothing. `assigned` pays the fee of a dossier of the actor's unit with it, as a step
 * of that dossier; `returned` says that it was sent back; `noted` leaves it with a reason. Of two who close it at
 * once the first stands, and the second is told so.
 */
export async function settleEntry(deps: Deps, actor: StaffActor, id: string, input: SettleEntryInput): Promise<void> {
  const { code } = input
  if (input.as !== 'assigned') {
    await withTx(deps.pool, { units: actor.units }, async (tx) => {
      const entry = await readOpenEntry(tx, actor, id)
      if (input.as === 'returned') await refund(tx, entry, deps.now())
      await close(deps, tx, actor, entry, input)
    })

    return
  }
  if (!code) throw invalid([{ pointer: '#/code', detail: 'Ghi mã hồ sơ mà khoản tiền này nộp lệ phí.' }])
  await changeDossier(deps, { actor, dossier: { code }, ifMatch: 'any' }, 'record_payment', async ({ tx, dossier }) => {
    const entry = await readOpenEntry(tx, actor, id)
    if (entry.amount < dossier.fee) {
      throw conflict(problemTypes.notAllowedInState, 'Số tiền này chưa đủ lệ phí của hồ sơ.')
    }

    return {
      action: 'record_payment',
      data: { amount: dossier.fee, method: 'vietqr', reference: entry.bankReference },
      also: async (inside) => {
        const payment = await readOpenPayment(inside, dossier.id)
        if (payment) {
          await inside.update(payments).set({ state: 'paid', settledAt: deps.now() }).where(eq(payments.id, payment.id))
        }
        await close(deps, inside, actor, entry, input, dossier.id)
      },
    }
  })
}

async function readOpenEntry(tx: Tx, actor: StaffActor, id: string): Promise<Entry> {
  const [entry] = await tx
    .select()
    .from(bankEntries)
    .where(and(eq(bankEntries.id, id), ownEntries(actor)))
    .for('update')
  if (!entry) throw notFound('Không có khoản tiền này, hoặc nó không thuộc đơn vị này.')
  if (entry.outcome === 'matched' || entry.settledAs) {
    throw conflict(problemTypes.notAllowedInState, 'Khoản tiền này đã được xử lý rồi.')
  }

  return entry
}

/** The payment itself was money that came too late: it is refunded. A second transfer is no payment of ours. */
async function refund(tx: Tx, entry: Entry, at: Date) {
  if (entry.outcome !== 'not_due' || !entry.paymentId) return
  const next = nextPaymentState('paid', 'refund')
  if (next) await tx.update(payments).set({ state: next, settledAt: at }).where(eq(payments.id, entry.paymentId))
}

async function close(
  deps: Pick<Deps, 'now'>,
  tx: Tx,
  actor: StaffActor,
  { id, dossierId }: Entry,
  input: SettleEntryInput,
  paidDossier?: string,
) {
  await tx
    .update(bankEntries)
    .set({
      settledAs: input.as,
      settledNote: input.note.trim(),
      settledBy: actor.name,
      settledAt: deps.now(),
      dossierId: paidDossier ?? dossierId,
    })
    .where(eq(bankEntries.id, id))
}
