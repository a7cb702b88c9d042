import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/**
 * Entries of the calendar that were saved together, and how far the desk is with moving the dates they touch.
 *
 * No two have the same `recordedAt`: it is the instant from which their entries are known, and tells what was known
 * before from what is known after.
 */
export const calendarChanges = pgTable(
  'calendar_changes',
  {
    id: uuid('id').primaryKey(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    /** Who saved it under which `Idempotency-Key`: sent again, it is the same change. */
    sender: text('sender').notNull(),
    key: text('key').notNull(),
    entries: jsonb('entries').$type<string[]>().notNull(),
    /** Open dossiers to look at; null until the work began. */
    total: integer('total'),
    looked: integer('looked').notNull().default(0),
    moved: integer('moved').notNull().default(0),
    /** The last dossier that was looked at: where the work goes on after a crash. */
    lookedUpTo: uuid('looked_up_to'),
    doneAt: instant('done_at'),
  },
  (table) => [
    uniqueIndex('calendar_changes_key').on(table.sender, table.key),
    uniqueIndex('calendar_changes_recorded').on(table.recordedAt),
    index('calendar_changes_undone').on(table.doneAt, table.recordedAt),
  ],
)
