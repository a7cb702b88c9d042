import { sql } from 'drizzle-orm'
import { bigint, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { disposalStates } from '#shared/archive/schemas.ts'
import { paperTypes } from '#shared/papers/schemas.ts'
import { instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/** A dossier as it was sealed: the manifest in the store names every file of it by its hash. Never changed, but disposed of once. */
export const archiveSeals = pgTable(
  'archive_seals',
  {
    dossierId: uuid('dossier_id')
      .primaryKey()
      .references(() => dossiers.id),
    unitCode: text('unit_code').notNull(),
    sealedAt: instant('sealed_at').notNull(),
    endedAt: instant('ended_at').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    /** The desk's signature over the manifest's hash (a compact JWS). */
    signature: text('signature').notNull(),
    files: integer('files').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    retentionClass: text('retention_class').notNull(),
    /** The last day on which it must be kept; null for ever. */
    keepUntil: date('keep_until'),
    disposedAt: instant('disposed_at'),
  },
  (table) => [
    index('archive_seals_unit').on(table.unitCode, table.endedAt),
    index('archive_seals_expired').on(table.unitCode, table.keepUntil).where(sql`disposed_at is null`),
  ],
)

/** An old file on paper, scanned: standing alone, or with the dossier that it belongs to. */
export const archiveRecords = pgTable(
  'archive_records',
  {
    id: uuid('id').primaryKey(),
    unitCode: text('unit_code').notNull(),
    dossierId: uuid('dossier_id').references(() => dossiers.id),
    /** As it is written on the cover. */
    title: text('title').notNull(),
    reference: text('reference'),
    year: integer('year').notNull(),
    personName: text('person_name').notNull(),
    fold: text('fold')
      .notNull()
      .generatedAlwaysAs(sql`desk_fold(person_name || ' ' || title || ' ' || coalesce(reference, ''))`),
    /** Where the paper itself lies. */
    place: text('place'),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    index('archive_records_unit').on(table.unitCode, table.year),
    index('archive_records_dossier').on(table.dossierId),
  ],
)

/** The scans of a record, in the order of their pages. */
export const archiveRecordFiles = pgTable(
  'archive_record_files',
  {
    recordId: uuid('record_id')
      .notNull()
      .references(() => archiveRecords.id),
    number: integer('number').notNull(),
    /** Of the file as it is kept; a picture is encoded anew. */
    sha256: text('sha256').notNull(),
    receivedSha256: text('received_sha256').notNull(),
    bytes: integer('bytes').notNull(),
    type: text('type', { enum: paperTypes }).notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.number] }),
    index('archive_record_files_sha256').on(table.sha256),
  ],
)

/** A list of dossiers that need no longer be kept: one person proposes it, another one signs it. */
export const archiveDisposals = pgTable(
  'archive_disposals',
  {
    id: uuid('id').primaryKey(),
    unitCode: text('unit_code').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: disposalStates }).notNull(),
    reason: text('reason').notNull(),
    proposedById: uuid('proposed_by_id').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedById: uuid('decided_by_id'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    decisionNote: text('decision_note'),
    /** The signed list as PDF. */
    documentSha256: text('document_sha256'),
    documentBytes: integer('document_bytes'),
  },
  (table) => [uniqueIndex('archive_disposals_number').on(table.unitCode, table.number)],
)

export const archiveDisposalItems = pgTable(
  'archive_disposal_items',
  {
    disposalId: uuid('disposal_id')
      .notNull()
      .references(() => archiveDisposals.id),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => archiveSeals.dossierId),
  },
  (table) => [
    primaryKey({ columns: [table.disposalId, table.dossierId] }),
    index('archive_disposal_items_dossier').on(table.dossierId),
  ],
)
