import { and, asc, desc, eq, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { bankEntries, payments } from '#db/schema/payments.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { BankEntryView, ReconciliationView } from '#shared/payments/schemas.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

const shownAtOnce = 100

/** The transfers of the actor's units: what fits nothing, what is waited for, and what was done lately. */
export function reconciliation(deps: Pick<Deps, 'pool'>, actor: StaffActor): Promise<ReconciliationView> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const isOpen = and(ne(bankEntries.outcome, 'matched'), isNull(bankEntries.settledAs))
    const isDone = or(eq(bankEntries.outcome, 'matched'), isNotNull(bankEntries.settledAs))

    return {
      open: await readEntries(tx, and(isOpen, ownEntries(actor)), asc(bankEntries.recordedAt)),
      waiting: await readWaiting(tx),
      done: await readEntries(tx, and(isDone, ownEntries(actor)), desc(bankEntries.recordedAt)),
    }
  })
}

/** What came to an account that belongs to no unit is the province's to look at. */
export const ownEntries = (actor: Pick<StaffActor, 'role'>): SQL | undefined =>
  actor.role === 'supervisor' ? undefined : isNotNull(bankEntries.unitCode)

async function readEntries(tx: Tx, which: SQL | undefined, order: SQL): Promise<BankEntryView[]> {
  const rows = await tx
    .select({ entry: bankEntries, asked: payments.amount, code: dossiers.code })
    .from(bankEntries)
    .leftJoin(payments, eq(payments.id, bankEntries.paymentId))
    .leftJoin(dossiers, eq(dossiers.id, bankEntries.dossierId))
    .where(which)
    .orderBy(order)
    .limit(shownAtOnce)

  return rows.map(({ entry, asked, code }) => ({
    id: entry.id,
    bankReference: entry.bankReference,
    memo: entry.memo,
    amount: entry.amount,
    asked,
    outcome: entry.outcome,
    unit: entry.unitCode,
    code,
    at: entry.at,
    settled:
      entry.settledAs && entry.settledAt
        ? { as: entry.settledAs, note: entry.settledNote ?? '', by: entry.settledBy ?? '', at: entry.settledAt }
        : null,
  }))
}

async function readWaiting(tx: Tx): Promise<ReconciliationView['waiting']> {
  const rows = await tx
    .select({ payment: payments, code: dossiers.code, unit: dossiers.unitCode })
    .from(payments)
    .innerJoin(dossiers, eq(dossiers.id, payments.dossierId))
    .where(and(eq(payments.state, 'waiting_bank'), eq(dossiers.state, 'payment_due')))
    .orderBy(asc(payments.toldAt))
    .limit(shownAtOnce)

  return rows.map(({ payment: { id, reference, amount, state, toldAt, requestedAt }, code, unit }) => ({
    id,
    code,
    reference,
    amount,
    state,
    toldAt: toldAt ?? requestedAt,
    unit,
  }))
}
