import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { bytea, instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/**
 * By what an officer finds a dossier besides its code and the names in it. Made again at every delivery to a desk from
 * the sealed answers; nothing here leads back to a telephone number without the key.
 */
export const dossierFinds = pgTable(
  'dossier_finds',
  {
    dossierId: uuid('dossier_id')
      .primaryKey()
      .references(() => dossiers.id),
    /** Of the dossier, as it was indexed: common words are sought among the unit's own. */
    unitCode: text('unit_code').notNull(),
    phoneIndex: bytea('phone_index'),
    /** Names and address words, folded, one space apart. */
    words: text('words').notNull(),
    /** First letters of each person's name: `ntma tth`. */
    initials: text('initials').notNull(),
    /** The place that the dossier is about, folded whole: equal places are one household, or one landlord. */
    place: text('place').notNull(),
  },
  (table) => [
    index('dossier_finds_phone').on(table.phoneIndex),
    // Every word begins with its unit's code, so that a search touches the own unit's only. At once and not in batches:
    // what waits for a batch would be read by every search.
    index('dossier_finds_words')
      .using('gin', sql`desk_lexemes(unit_code, words, initials)`)
      .with({ fastupdate: false }),
    index('dossier_finds_place').on(table.place).where(sql`place <> ''`),
  ],
)

/** A filter of the queue under a name. `query` is the address it opens, after `/can-bo/ban-xu-ly`. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: uuid('id').primaryKey(),
    unitCode: text('unit_code').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The owner, as colleagues read it beside a shared filter. */
    ownerName: text('owner_name').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    isShared: boolean('is_shared').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('saved_filters_unit').on(table.unitCode, table.createdAt)],
)

/**
 * Which answers an officer has compared with the papers. Work notes, not facts of the dossier: they stand outside the
 * log, each for one officer, and hold only for the answers as they stood (`answers_number`).
 */
export const answerTicks = pgTable(
  'answer_ticks',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    path: text('path').notNull(),
    answersNumber: integer('answers_number').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.accountId, table.path] })],
)

/** Which dossier an officer has on screen, renewed while it is open; a row that is not renewed means nothing. */
export const deskPresence = pgTable(
  'desk_presence',
  {
    accountId: uuid('account_id')
      .primaryKey()
      .references(() => accounts.id),
    unitCode: text('unit_code').notNull(),
    dossierCode: text('dossier_code').notNull(),
    name: text('name').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [index('desk_presence_unit').on(table.unitCode, table.seenAt)],
)
