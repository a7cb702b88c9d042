import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { resultForms } from '#shared/catalogue/types.ts'
import { accounts } from './accounts.ts'
import { bytea, instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/** Which version of a dossier a head of a unit has looked at as its results would be: nothing is signed unseen. */
export const resultPreviews = pgTable(
  'result_previews',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    form: text('form', { enum: resultForms }).notNull(),
    version: integer('version').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.accountId, table.form] })],
)

/** The one-time password that was sent for handing a result over; the latest of each dossier counts. */
export const handOverCodes = pgTable('hand_over_codes', {
  dossierId: uuid('dossier_id')
    .primaryKey()
    .references(() => dossiers.id),
  /** HMAC: six digits would be guessed from a plain hash at once. */
  codeHash: bytea('code_hash').notNull(),
  sentAt: instant('sent_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** Wrong tries; after five it counts no more. */
  failures: integer('failures').notNull().default(0),
})
