import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns.ts'

/**
 * Failures of the desk, as an administrator recorded them. Append-only and chained like a dossier's log: they take
 * minutes away from the office. `body` holds the exact bytes that were hashed; a correction supersedes.
 */
export const outages = pgTable('outages', {
  seq: integer('seq').primaryKey(),
  id: uuid('id').notNull().unique(),
  recordedAt: instant('recorded_at').notNull(),
  body: text('body').notNull(),
  data: jsonb('data').notNull().generatedAlwaysAs(sql`body::jsonb`),
  hash: bytea('hash').notNull(),
})
