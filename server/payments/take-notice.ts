import { and, eq } from 'drizzle-orm'
import { bankEntries, payments } from '#db/schema/payments.ts'
import { referenceIn } from '#shared/payments/reference.ts'
import type { BankNotice, EntryOutcome, NoticeTaken } from '#shared/payments/schemas.ts'
import { nextPaymentState } from '#shared/payments/transitions.ts'
import { changeDossier, readLog } from '../dossiers/change-dossier.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { ProblemError } from '../platform/problem.ts'
import type { PaymentProvider } from './provider.ts'

interface Found {
  id: string
  dossierId: string
  unitCode: string
}

/**
 * Takes a bank's word about one transfer, once however often it comes: the fee of the dossier that it names is
 * recorded in the dossier's own log, in one transaction with the entry; what does not fit becomes an entry that
 * somebody must look at. Money that arrived is never forgotten, whatever it was meant for.
 */
export async function takeNotice(
  deps: Deps,
  provider: PaymentProvider,
  notice: BankNotice,
): Promise<NoticeTaken['outcome']> {
  const reference = referenceIn(notice.memo)
  const payment = reference === undefined ? undefined : await findPayment(deps, reference)
  if (notice.status === 'failed') return payment ? failPayment(deps, payment) : 'ignored'
  if (!payment) return keepEntry(deps, provider, notice, undefined, async () => 'unmatched')
  try {
    return await payFee(deps, provider, notice, payment)
  } catch (error) {
    // The dossier waits for no fee: paid before, at the counter or by another transfer, or ended meanwhile.
    if (!(error instanceof ProblemError && error.body.status === 409)) throw error

    return keepEntry(deps, provider, notice, payment, (tx) => judgeLate(deps, tx, payment))
  }
}

/** What stops the step although the dossier waits: an answer for the bank, and no step. */
class NoPayment extends Error {
  readonly outcome: EntryOutcome

  constructor(outcome: EntryOutcome) {
    super(outcome)
    this.outcome = outcome
  }
}

async function payFee(
  deps: Deps,
  provider: PaymentProvider,
  notice: BankNotice,
  payment: Found,
): Promise<EntryOutcome> {
  try {
    await changeDossier(
      deps,
      {
        actor: { kind: 'system', part: 'payments', units: [payment.unitCode] },
        dossier: { id: payment.dossierId },
        ifMatch: 'any',
      },
      'record_payment',
      async ({ tx }) => {
        const before = await readEntry(tx, provider, notice)
        if (before) throw new NoPayment(before)
        const { amount, state } = one(await tx.select().from(payments).where(eq(payments.id, payment.id)).for('update'))
        if (notice.amount !== amount) throw new NoPayment('wrong_amount')
        const next = nextPaymentState(state, 'confirm')
        if (!next || next === state) throw new NoPayment('doubled')

        return {
          action: 'record_payment',
          data: { amount, method: 'vietqr', reference: notice.bankReference },
          also: async (inside) => {
            await inside.update(payments).set({ state: next, settledAt: deps.now() }).where(eq(payments.id, payment.id))
            await inside.insert(bankEntries).values(entryOf(deps, provider, notice, payment, 'matched'))
          },
        }
      },
    )

    return 'matched'
  } catch (error) {
    if (!(error instanceof NoPayment)) throw error

    return keepEntry(deps, provider, notice, payment, async () => error.outcome)
  }
}

/** Money for a dossier that waits for none: a second time, or too late. Too late it still is this payment's money. */
async function judgeLate(deps: Pick<Deps, 'now'>, tx: Tx, payment: Found): Promise<EntryOutcome> {
  const log = await readLog(tx, payment.dossierId)
  if (log.some(({ action }) => action === 'record_payment')) return 'doubled'
  const { state } = one(await tx.select().from(payments).where(eq(payments.id, payment.id)).for('update'))
  const next = nextPaymentState(state, 'confirm')
  if (next === undefined || next === state) return 'doubled'
  await tx.update(payments).set({ state: next, settledAt: deps.now() }).where(eq(payments.id, payment.id))

  return 'not_due'
}

/** Stores the transfer unless it is known; gives what it was found to be, now or when it first came. */
function keepEntry(
  deps: Deps,
  provider: PaymentProvider,
  notice: BankNotice,
  payment: Found | undefined,
  judge: (tx: Tx) => Promise<EntryOutcome>,
): Promise<EntryOutcome> {
  const unit = payment?.unitCode ?? provider.unitOf(notice.accountNumber)

  return withTx(deps.pool, { units: unit ? [unit] : [] }, async (tx) => {
    // Two notices of one transfer may come at the same moment; the second waits here and then finds the first.
    await tx.statement('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `bank:${provider.name}:${notice.bankReference}`,
    ])
    const before = await readEntry(tx, provider, notice)
    if (before) return before
    const outcome = await judge(tx)
    await tx.insert(bankEntries).values(entryOf(deps, provider, notice, payment, outcome))

    return outcome
  })
}

const entryOf = (
  deps: Pick<Deps, 'now'>,
  provider: PaymentProvider,
  notice: BankNotice,
  payment: Found | undefined,
  outcome: EntryOutcome,
): typeof bankEntries.$inferInsert => ({
  id: newId(),
  provider: provider.name,
  bankReference: notice.bankReference,
  memo: notice.memo,
  amount: notice.amount,
  at: notice.at,
  recordedAt: deps.now(),
  unitCode: payment?.unitCode ?? provider.unitOf(notice.accountNumber) ?? null,
  paymentId: payment?.id ?? null,
  dossierId: payment?.dossierId ?? null,
  outcome,
})

async function readEntry(tx: Tx, provider: PaymentProvider, notice: BankNotice): Promise<EntryOutcome | undefined> {
  const [entry] = await tx
    .select({ outcome: bankEntries.outcome })
    .from(bankEntries)
    .where(and(eq(bankEntries.provider, provider.name), eq(bankEntries.bankReference, notice.bankReference)))

  return entry?.outcome
}

/** The bank could not carry it out: the payer may try again under the same reference. */
function failPayment(deps: Pick<Deps, 'pool'>, payment: Found): Promise<'failed'> {
  return withTx<'failed'>(deps.pool, { dossier: payment.dossierId }, async (tx) => {
    const { state } = one(await tx.select().from(payments).where(eq(payments.id, payment.id)).for('update'))
    const next = nextPaymentState(state, 'fail')
    if (next && next !== state) await tx.update(payments).set({ state: next }).where(eq(payments.id, payment.id))

    return 'failed'
  })
}

async function findPayment({ pool }: Pick<Deps, 'pool'>, reference: string): Promise<Found | undefined> {
  const { rows } = await pool.query<Found>(
    'select id, dossier_id as "dossierId", unit_code as "unitCode" from desk_find_payment($1)',
    [reference],
  )

  return rows[0]
}
