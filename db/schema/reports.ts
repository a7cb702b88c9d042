import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ExportOrder } from '#shared/reports/exports-schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { instant } from './columns.ts'

/**
 * A report II.06 as it was sent. `body` holds the exact bytes whose SHA-256 stands beside them; nothing here is ever
 * changed, which a trigger sees to. What was recorded too late stands in `report_corrections`.
 */
export const reportSeals = pgTable(
  'report_seals',
  {
    id: uuid('id').primaryKey(),
    /** A commune's code, or the province's. */
    unitCode: text('unit_code').notNull(),
    period: text('period').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    sealedAt: instant('sealed_at').notNull(),
    sealedById: uuid('sealed_by_id').notNull(),
    sealedByName: text('sealed_by_name').notNull(),
    sha256: text('sha256').notNull(),
    body: text('body').notNull(),
  },
  (table) => [uniqueIndex('report_seals_period').on(table.unitCode, table.fromDay, table.toDay)],
)

/** What a sealed report would say otherwise had it known: one cell moved by one dossier, numbered within the report. */
export const reportCorrections = pgTable(
  'report_corrections',
  {
    sealId: uuid('seal_id')
      .notNull()
      .references(() => reportSeals.id),
    number: integer('number').notNull(),
    madeAt: instant('made_at').notNull(),
    dossierCode: text('dossier_code').notNull(),
    procedure: text('procedure').notNull(),
    cell: text('cell').notNull(),
    /** The cell's value with all corrections before this one, and with it. */
    before: integer('before').notNull(),
    after: integer('after').notNull(),
    reason: jsonb('reason').$type<Bilingual>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sealId, table.number] })],
)

/** A file that is made in the background for the person who asked. The file itself lives a day. */
export const exportJobs = pgTable(
  'export_jobs',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** The communes that the asker could see when asking: the worker sees no more. */
    units: jsonb('units').$type<string[]>().notNull(),
    order: jsonb('order').$type<ExportOrder>().notNull(),
    state: text('state', { enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] }).notNull(),
    rowsDone: integer('rows_done').notNull().default(0),
    /** Null until they are counted. */
    rowsTotal: integer('rows_total'),
    /** Under which id the file lies in the store: another for each attempt, so that two runs never write into one. */
    fileId: uuid('file_id'),
    fileName: text('file_name'),
    bytes: integer('bytes'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('export_jobs_account').on(table.accountId, table.createdAt),
    index('export_jobs_open').on(table.createdAt).where(sql`state in ('waiting', 'running')`),
  ],
)
