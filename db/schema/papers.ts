import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { paperStatuses, paperTypes } from '#shared/papers/schemas.ts'
import { instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/**
 * A file as it was received. It belongs to the browser cookie or account that sent it, may be used in one dossier
 * by that sender only, and is swept after a day when no dossier took it. Holds no name and no content.
 */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid('id').primaryKey(),
    sender: text('sender').notNull(),
    /** Of the bytes received: what the receipt lists. */
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    type: text('type', { enum: paperTypes }).notNull(),
    status: text('status', { enum: paperStatuses }).notNull(),
    refusal: text('refusal'),
    /** Of the re-encoded file that is served: without metadata, and nothing but pixels or pages. */
    storedSha256: text('stored_sha256'),
    storedType: text('stored_type', { enum: paperTypes }),
    createdAt: instant('created_at').notNull(),
    dossierId: uuid('dossier_id').references(() => dossiers.id),
  },
  (table) => [
    index('uploads_unused').on(table.createdAt).where(sql`dossier_id is null`),
    index('uploads_sender').on(table.sender, table.createdAt),
  ],
)

/** A paper of a dossier: which upload answers which requirement. */
export const papers = pgTable(
  'papers',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => uploads.id),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    kind: text('kind').notNull(),
    /** 1 as filed, then the number of the supplement that brought it plus one. */
    round: integer('round').notNull(),
  },
  (table) => [index('papers_dossier').on(table.dossierId)],
)
