import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { complaintActions, complaintKinds, complaintStates } from '#shared/complaints/transitions.ts'
import { bytea, instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/**
 * What a resident complains of or asks about a dossier: complaints and proposals (phản ánh, kiến nghị), and requests
 * about one's own data. The words stand in `complaint_steps`, sealed; here is what lists and figures need.
 */
export const complaints = pgTable(
  'complaints',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    /** The unit that answers: the dossier's on the day of the complaint. */
    unitCode: text('unit_code').notNull(),
    kind: text('kind', { enum: complaintKinds }).notNull(),
    topic: text('topic').notNull(),
    state: text('state', { enum: complaintStates }).notNull(),
    version: integer('version').notNull().default(1),
    receivedAt: instant('received_at').notNull(),
    /** By when the unit must have said whether it takes it on. */
    replyDueAt: instant('reply_due_at').notNull(),
    repliedAt: instant('replied_at'),
    /** By when it must be answered; later by what was waited for the resident, or by one extension. */
    answerDueAt: instant('answer_due_at').notNull(),
    isExtended: boolean('is_extended').notNull().default(false),
    /** Since when the resident is waited for. */
    askedAt: instant('asked_at'),
    closedAt: instant('closed_at'),
    /** What the resident says of the answer. */
    isSatisfied: boolean('is_satisfied'),
  },
  (table) => [
    index('complaints_dossier').on(table.dossierId),
    index('complaints_open').on(table.unitCode, table.answerDueAt).where(sql`closed_at is null`),
  ],
)

/** Who said what and when; never changed. */
export const complaintSteps = pgTable(
  'complaint_steps',
  {
    complaintId: uuid('complaint_id')
      .notNull()
      .references(() => complaints.id),
    seq: integer('seq').notNull(),
    action: text('action', { enum: complaintActions }).notNull(),
    /** The name of the staff who did it; null: the resident. */
    by: text('by'),
    at: instant('at').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.complaintId, table.seq] })],
)
