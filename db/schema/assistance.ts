import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { codeStates } from '#shared/assistance/schemas.ts'
import { accounts } from './accounts.ts'
import { bytea, instant } from './columns.ts'

/**
 * What a helper typed in for a resident and the resident has yet to confirm. It is no dossier, stands in no queue and
 * runs no clock; confirmed, it is filed and its content is taken out of this row.
 *
 * Everything personal is inside `sealed`. What a helper filed before is read from the log and not from here.
 */
export const assistedFilings = pgTable(
  'assisted_filings',
  {
    /** The device's own key of this filing: sent again it is the same one. */
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Of the filing as it was typed: another content needs another yes. */
    bodySha256: bytea('body_sha256').notNull(),
    /** The filing, who may confirm it by name, and the digits while they are on their way; absent once it is filed. */
    sealed: bytea('sealed'),
    /** The commune that would receive it, as the words of the message name it. */
    receiverCode: text('receiver_code').notNull(),
    expiresAt: instant('expires_at').notNull(),
    codeState: text('code_state', { enum: codeStates }).notNull(),
    /** Names the newest letter: an older one that is still under way is not sent. */
    letterId: uuid('letter_id'),
    passwordHash: bytea('password_hash'),
    passwordSentAt: instant('password_sent_at'),
    /** Codes sent, and wrong ones typed since the last was sent. */
    passwordsSent: integer('passwords_sent').notNull().default(0),
    failures: integer('failures').notNull().default(0),
    filedCode: text('filed_code'),
  },
  (table) => [index('assisted_filings_expiry').on(table.expiresAt)],
)
