import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { channels, type DossierEvent, type EventActor } from '#shared/dossiers/events.ts'
import { dossierActions, dossierStates } from '#shared/dossiers/transitions.ts'
import type { Because } from '#shared/routing/route-dossier.ts'
import { bytea, instant } from './columns.ts'

/**
 * What the log says now, stored beside it so that queues are sorted by an index. Every column but the identity
 * of the dossier can be computed again from `dossier_events`; `desk verify` does, and compares.
 */
export const dossiers = pgTable(
  'dossiers',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    procedure: text('procedure').notNull(),
    procedureVersion: text('procedure_version').notNull(),
    variant: text('variant'),
    channel: text('channel', { enum: channels }).notNull(),
    unitCode: text('unit_code').notNull(),
    state: text('state', { enum: dossierStates }).notNull(),
    /** Raised by people's actions only, so that a delivery never makes a resident's page stale. */
    version: integer('version').notNull(),
    /** When the present unit's queue delivered it; before that the desk does not show it. */
    deliveredAt: instant('delivered_at'),
    lastSeq: integer('last_seq').notNull(),
    lastHash: bytea('last_hash').notNull(),
    lastAt: instant('last_at').notNull(),
    applicantName: text('applicant_name').notNull(),
    applicantFold: text('applicant_fold').notNull().generatedAlwaysAs(sql`desk_fold(applicant_name)`),
    routing: jsonb('routing').$type<Because[]>().notNull(),
    fee: integer('fee').notNull(),
    holderId: uuid('holder_id'),
    holderName: text('holder_name'),
    trackingHash: bytea('tracking_hash').notNull(),
    filedAt: instant('filed_at').notNull(),
    acceptedAt: instant('accepted_at'),
    endedAt: instant('ended_at'),
    receptionDueAt: instant('reception_due_at'),
    dueAt: instant('due_at'),
    nextDueAt: instant('next_due_at').notNull(),
    dueSoonAt: instant('due_soon_at'),
    isEnded: boolean('is_ended').notNull(),
    supplements: integer('supplements').notNull().default(0),
    verdict: text('verdict', { enum: ['early', 'on_time', 'late'] }),
    /** Working minutes from acceptance to the end, without pauses; set when it ends. */
    workingMinutes: integer('working_minutes'),
  },
  (table) => [
    index('dossiers_queue')
      .on(table.unitCode, table.nextDueAt, table.id)
      .where(sql`not is_ended and delivered_at is not null`),
    index('dossiers_unclaimed')
      .on(table.unitCode, table.nextDueAt, table.id)
      .where(sql`not is_ended and holder_id is null and delivered_at is not null`),
    index('dossiers_ended').on(table.unitCode, table.endedAt, table.id).where(sql`is_ended`),
    // A few among all that ever ended: what waits to be fetched is counted on every screen.
    index('dossiers_to_hand_over')
      .on(table.unitCode, table.endedAt, table.id)
      .where(sql`is_ended and state = 'resolved'`),
    index('dossiers_filed').on(table.filedAt, table.unitCode),
    // Officers type the end of a code.
    index('dossiers_code_end').on(table.unitCode, sql`reverse(code) text_pattern_ops`),
  ],
)

/** The truth. `body` holds the exact bytes that were hashed; `data` is generated from it for queries. */
export const dossierEvents = pgTable(
  'dossier_events',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    seq: integer('seq').notNull(),
    action: text('action', { enum: dossierActions }).notNull(),
    unitCode: text('unit_code').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    body: text('body').notNull(),
    actor: jsonb('actor').$type<EventActor>().notNull().generatedAlwaysAs(sql`(body::jsonb) -> 'actor'`),
    data: jsonb('data').$type<DossierEvent['data']>().notNull().generatedAlwaysAs(sql`(body::jsonb) -> 'data'`),
    hash: bytea('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.seq] }),
    index('dossier_events_time').on(table.occurredAt, table.action),
  ],
)

/** Answers and contact as filed, and again as mended by each supplement: encrypted whole, bound to dossier and number. */
export const dossierAnswers = pgTable(
  'dossier_answers',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    number: integer('number').notNull(),
    sealed: bytea('sealed').notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.number] })],
)

/** Who is named in a dossier, so that officers find it: name folded, identity number only as a blind index. */
export const dossierPeople = pgTable(
  'dossier_people',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    place: text('place').notNull(),
    name: text('name').notNull(),
    nameFold: text('name_fold').notNull().generatedAlwaysAs(sql`desk_fold(name)`),
    identityIndex: bytea('identity_index'),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.place] }),
    index('dossier_people_identity').on(table.identityIndex),
  ],
)

/** Slips and results that the desk made, by the hash of the bytes in the store. */
export const documents = pgTable(
  'documents',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    form: text('form').notNull(),
    number: text('number'),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [index('documents_dossier').on(table.dossierId)],
)

/** The last number given to each kind of document in a unit's year. */
export const documentNumbers = pgTable(
  'document_numbers',
  {
    unitCode: text('unit_code').notNull(),
    year: integer('year').notNull(),
    form: text('form').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.year, table.form] })],
)

/** What the resident said afterwards, one rating a dossier. */
export const ratings = pgTable(
  'ratings',
  {
    dossierId: uuid('dossier_id')
      .primaryKey()
      .references(() => dossiers.id),
    score: integer('score').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    comment: text('comment'),
    at: instant('at').notNull(),
  },
  (table) => [uniqueIndex('ratings_dossier').on(table.dossierId)],
)
