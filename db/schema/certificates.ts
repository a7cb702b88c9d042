import { sql } from 'drizzle-orm'
import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { certificateForms } from '#shared/certificates/schemas.ts'
import { bytea, instant } from './columns.ts'

/**
 * The book of what was certified. Open to every commune, unlike dossiers: a change in one commune ends what another
 * certified, and whoever is shown a paper may ask. So it says no more than the printed code says.
 */
export const certificates = pgTable(
  'certificates',
  {
    /** Random; names it in the list of what was revoked. */
    id: text('id').primaryKey(),
    dossierId: uuid('dossier_id').notNull(),
    procedure: text('procedure').notNull(),
    form: text('form', { enum: certificateForms }).notNull(),
    number: text('number').notNull(),
    unitCode: text('unit_code').notNull(),
    code: text('code').notNull(),
    issuedOn: date('issued_on').notNull(),
    expiresOn: date('expires_on'),
    holder: text('holder').notNull(),
    /** The signed code as printed. */
    token: text('token').notNull(),
    documentSha256: text('document_sha256').notNull(),
    issuedAt: instant('issued_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** The dossier whose decision changed the fact. */
    revokedBy: uuid('revoked_by'),
  },
  (table) => [index('certificates_revoked').on(table.revokedAt).where(sql`revoked_at is not null`)],
)

/** Whom a certificate is about, by blind index: how a later change finds it. */
export const certificateSubjects = pgTable(
  'certificate_subjects',
  {
    certificateId: text('certificate_id')
      .notNull()
      .references(() => certificates.id),
    identityIndex: bytea('identity_index').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.certificateId, table.identityIndex] }),
    index('certificate_subjects_identity').on(table.identityIndex),
  ],
)
