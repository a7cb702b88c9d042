import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { entryOutcomes, settlements } from '#shared/payments/schemas.ts'
import { paymentStates } from '#shared/payments/transitions.ts'
import { instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/** A fee that may be paid by transfer: what was asked for, under which reference, and what became of it. */
export const payments = pgTable(
  'payments',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    /** What the payer's bank writes beside the transfer. */
    reference: text('reference').notNull().unique(),
    /** In đồng. */
    amount: integer('amount').notNull(),
    state: text('state', { enum: paymentStates }).notNull(),
    requestedAt: instant('requested_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When the payer said that it was sent. */
    toldAt: instant('told_at'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    uniqueIndex('payments_one_open').on(table.dossierId).where(sql`state in ('requested', 'waiting_bank', 'failed')`),
    index('payments_waiting').on(table.toldAt).where(sql`state = 'waiting_bank'`),
  ],
)

/** Every transfer that a bank reported, once, whether or not it fits anything. Money is never only counted: it is listed. */
export const bankEntries = pgTable(
  'bank_entries',
  {
    id: uuid('id').primaryKey(),
    provider: text('provider').notNull(),
    bankReference: text('bank_reference').notNull(),
    memo: text('memo').notNull(),
    amount: integer('amount').notNull(),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** The unit whose account received it; null when no unit has that account. */
    unitCode: text('unit_code'),
    paymentId: uuid('payment_id').references(() => payments.id),
    dossierId: uuid('dossier_id').references(() => dossiers.id),
    outcome: text('outcome', { enum: entryOutcomes }).notNull(),
    settledAs: text('settled_as', { enum: settlements }),
    settledNote: text('settled_note'),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    uniqueIndex('bank_entries_once').on(table.provider, table.bankReference),
    index('bank_entries_unit').on(table.unitCode, table.recordedAt),
    index('bank_entries_open')
      .on(table.unitCode, table.recordedAt)
      .where(sql`outcome <> 'matched' and settled_as is null`),
  ],
)
