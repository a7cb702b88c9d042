import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { warningKinds, warningLevels } from '#shared/dossiers/events.ts'
import { warningMarks as marks } from '#shared/warnings/schemas.ts'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/**
 * Each time the desk warned of a date, once for a dossier, a kind and a date: what two scanners at once agree by.
 * The log has the same as event `warn`; here it can be listed and marked.
 */
export const warnings = pgTable(
  'warnings',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    kind: text('kind', { enum: warningKinds }).notNull(),
    level: text('level', { enum: warningLevels }).notNull(),
    /** The date it was about, as it then stood. When the date moved since, the warning is out of date. */
    dueAt: instant('due_at').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('warnings_once').on(table.dossierId, table.kind, table.dueAt),
    index('warnings_at').on(table.at),
  ],
)

/** Who has seen a warning, and who said that it was taken care of; never taken back. */
export const warningMarks = pgTable(
  'warning_marks',
  {
    warningId: uuid('warning_id')
      .notNull()
      .references(() => warnings.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    mark: text('mark', { enum: marks }).notNull(),
    name: text('name').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.warningId, table.mark, table.accountId] })],
)
