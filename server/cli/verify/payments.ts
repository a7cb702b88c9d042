import { asc, inArray } from 'drizzle-orm'
import { bankEntries, payments } from '#db/schema/payments.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { referenceIn } from '#shared/payments/reference.ts'
import { type Batch, groupBy, type Looked, lookAtEach } from './batch.ts'

type Payment = typeof payments.$inferSelect
type Entry = typeof bankEntries.$inferSelect

/**
 * Whether each payment stands where the log and the bank's entries put it: asked for with an amount of the log, paid by
 * exactly the money that arrived, its instants as its state has them. The other way round too: a fee that the log has
 * as paid by transfer, and an entry that was matched or given to a dossier, each have their counterpart.
 */
export async function lookAtPayments({ db, ids, dossiers: known, eventsOf }: Batch): Promise<Looked> {
  const paymentRows = await db
    .select()
    .from(payments)
    .where(inArray(payments.dossierId, ids))
    .orderBy(asc(payments.requestedAt))
  const entryRows = await db.select().from(bankEntries).where(inArray(bankEntries.dossierId, ids))
  const [paymentsOf, entriesOf] = [
    groupBy(paymentRows, ({ dossierId }) => dossierId),
    groupBy(entryRows, ({ dossierId }) => dossierId ?? ''),
  ]
  const looked = await lookAtEach(
    [...known.values()],
    ({ code }) => code,
    ({ id }) => {
      const [own, entries, events] = [paymentsOf.get(id) ?? [], entriesOf.get(id) ?? [], eventsOf(id)]
      for (const payment of own) {
        const wrong = askedOtherwise(payment, events) ?? settledOtherwise(payment, entries)
        if (wrong) return `payment ${payment.reference}: ${wrong}`
      }
      const stray = entries.find((entry) => isCounted(entry) && !isInLog(entry, events))
      if (stray) return `bank entry ${stray.bankReference}: the log has no such payment`
      const unpaid = transfersIn(events).find(
        (reference) => !entries.some((entry) => isCounted(entry) && entry.bankReference === reference),
      )

      return unpaid && `the log has a payment ${unpaid} that no bank reported`
    },
  )

  return { ...looked, rows: paymentRows.length }
}

function askedOtherwise({ amount, reference, requestedAt, expiresAt }: Payment, events: readonly DossierEvent[]) {
  if (referenceIn(reference) !== reference) return 'the reference is not one of the desk'
  if (!events.some((event) => event.action === 'request_payment' && event.data.amount === amount))
    return `the log never asked for ${amount}`

  return requestedAt >= expiresAt ? 'it expires before it was asked for' : undefined
}

/** What the state promises about the instants and the money beside it. */
function settledOtherwise(payment: Payment, entries: readonly Entry[]) {
  const { id, state, requestedAt, toldAt, settledAt, expiresAt } = payment
  const isPaid = state === 'paid' || state === 'refunded'
  if ((isPaid || state === 'expired') !== (settledAt !== null))
    return `state ${state} and an end of ${settledAt?.toISOString() ?? 'never'}`
  if (state === 'waiting_bank' && toldAt === null) return 'it waits for the bank, and nobody said that it was sent'
  if (state === 'requested' && toldAt !== null) return 'it was said to be sent, and does not wait for the bank'
  if (state === 'expired' && settledAt && settledAt < expiresAt) return 'it was given up before it expired'
  const late = entries.find((entry) => entry.paymentId === id && entry.outcome === 'not_due')
  const hasOwn = late !== undefined || entries.some((entry) => entry.paymentId === id && entry.outcome === 'matched')
  // Money that an officer gave to the dossier settled the payment that was open then, whichever it was.
  const wasGiven = entries.some(
    (entry) => entry.settledAs === 'assigned' && (entry.settledAt ?? requestedAt) >= requestedAt,
  )
  if (isPaid ? !hasOwn && !wasGiven : hasOwn || (wasGiven && state !== 'expired'))
    return `state should be ${isPaid ? 'unpaid' : 'paid'}, stored is ${state}`
  if ((state === 'refunded') !== (late?.settledAs === 'returned'))
    return `state should be ${late?.settledAs === 'returned' ? 'refunded' : 'paid'}, stored is ${state}`

  return undefined
}

/** Whether an entry paid the dossier's fee: at once, or when an officer gave it to the dossier. */
const isCounted = ({ outcome, settledAs }: Entry) => outcome === 'matched' || settledAs === 'assigned'

const isInLog = ({ bankReference }: Entry, events: readonly DossierEvent[]) =>
  transfersIn(events).includes(bankReference)

/** The bank's own references of the fees that were paid by transfer. */
const transfersIn = (events: readonly DossierEvent[]): string[] =>
  events.flatMap((event) =>
    event.action === 'record_payment' && event.data.method === 'vietqr' ? (event.data.reference ?? []) : [],
  )
