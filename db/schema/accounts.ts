import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { roles } from '#shared/accounts/schemas.ts'
import { bytea, instant } from './columns.ts'

export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  username: text('username').notNull().unique(),
  name: text('name').notNull(),
  role: text('role', { enum: roles }).notNull(),
  passwordHash: text('password_hash').notNull(),
  status: text('status', { enum: ['active', 'closed'] })
    .notNull()
    .default('active'),
  /** Wrong passwords since the last right one: each makes the next try wait longer, none locks for good. */
  failures: integer('failures').notNull().default(0),
  retryAt: instant('retry_at'),
})

/** Where a person serves, with dates: the scope of every request is computed from today's row. */
export const postings = pgTable(
  'postings',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** A commune's code of today's edition, or a province's two digits. */
    unitCode: text('unit_code').notNull(),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on'),
  },
  (table) => [uniqueIndex('postings_open').on(table.accountId).where(sql`until_on is null`)],
)

/** The cookie holds 256 random bits; only their hash is stored. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sessions_account').on(table.accountId)],
)

/** Who looked at which dossier, and why: reads of personal data are facts too. */
export const accessLog = pgTable(
  'access_log',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    accountId: uuid('account_id').notNull(),
    unitCode: text('unit_code').notNull(),
    dossierId: uuid('dossier_id').notNull(),
    purpose: text('purpose').notNull(),
  },
  (table) => [index('access_log_dossier').on(table.dossierId, table.at)],
)
