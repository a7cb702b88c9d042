import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns.ts'

/**
 * An unfinished dossier, kept for its writer. Everything personal is inside `sealed`; the desk itself cannot tell
 * whose it is. One device writes it at a time: the one whose key has this hash.
 */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid('id').primaryKey(),
    /** The browser or account that saved last: its unused uploads go along when another device takes over. */
    sender: text('sender').notNull(),
    version: integer('version').notNull(),
    sealed: bytea('sealed').notNull(),
    keyHash: bytea('key_hash').notNull(),
    /** Of the device that wrote before another took over: it hears what happened, and no more than that. */
    formerKeyHash: bytea('former_key_hash'),
    /** Given to the second device; absent until somebody asks for it. */
    code: text('code').unique(),
    /** Of the one-time password; absent when there is none, or when it was used. */
    passwordHash: bytea('password_hash'),
    /** Wrong passwords since it was made. */
    failures: integer('failures').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('drafts_sender').on(table.sender), index('drafts_expiry').on(table.expiresAt)],
)
