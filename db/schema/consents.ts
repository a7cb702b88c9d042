import { integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { consentStates } from '#shared/consents/schemas.ts'
import { bytea, instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/**
 * Somebody whose agreement a dossier needs and who is asked by a link. Name and address are sealed; the link's secret
 * is computed from the row and stored nowhere.
 *
 * Without row-level security on purpose: the person who follows the link has proved nothing about a dossier yet, and
 * the row names no one. What the dossier asks is read afterwards, in that dossier's scope.
 */
export const consentRequests = pgTable(
  'consent_requests',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    /** Which agreement: `head`, `owner`, `guardian` or `members`, as the questions of the catalogue name them. */
    role: text('role').notNull(),
    /** Name, phone and e-mail of the person, the answers agreed to, and the password while one is on its way. */
    sealed: bytea('sealed').notNull(),
    /** Of the answers that are agreed to: agreement to other answers is asked again. */
    answersSha256: text('answers_sha256').notNull(),
    state: text('state', { enum: consentStates }).notNull(),
    passwordHash: bytea('password_hash'),
    passwordUntil: instant('password_until'),
    /** Passwords sent, and wrong ones typed since the last was sent. */
    passwordsSent: integer('passwords_sent').notNull().default(0),
    failures: integer('failures').notNull().default(0),
    reminders: integer('reminders').notNull().default(0),
    askedAt: instant('asked_at').notNull(),
    remindedAt: instant('reminded_at'),
    expiresAt: instant('expires_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [uniqueIndex('consent_requests_role').on(table.dossierId, table.role)],
)
