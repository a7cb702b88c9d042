import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { channels } from '#shared/dossiers/events.ts'
import { cellGrains } from '#shared/reports/sla-cells.ts'
import { instant } from './columns.ts'

/**
 * Dossiers whose log has grown since reports last read it. A trigger on the log writes here in the very transaction
 * of the event; the feeder takes rows away in the transaction that counts them, so nothing is missed and nothing is
 * counted twice. Not a cursor over ids: ids commit out of order.
 */
export const slaPending = pgTable('sla_pending', {
  id: bigserial('id', { mode: 'bigint' }).primaryKey(),
  dossierId: uuid('dossier_id').notNull(),
  /** Real time on purpose: it measures how far reports are behind, and no legal date hangs on it. */
  at: instant('at').notNull().defaultNow(),
})

/** What one dossier adds to the reports, as its log says: one row a dossier, recomputed whole with each new event. */
export const slaFacts = pgTable(
  'sla_facts',
  {
    dossierId: uuid('dossier_id').primaryKey(),
    /** The list of communes in force when the unit got the dossier: a code alone means nothing. */
    edition: text('edition').notNull(),
    unitCode: text('unit_code').notNull(),
    procedure: text('procedure').notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    /** The account that last had it in hand, a staff member's; null when nobody ever had. */
    officerId: uuid('officer_id'),
    filedAt: instant('filed_at').notNull(),
    isAccepted: boolean('is_accepted').notNull(),
    isEnded: boolean('is_ended').notNull(),
    verdict: text('verdict', { enum: ['early', 'on_time', 'late'] }),
    /** Late before this unit got it: the lateness is another's (CLOCK rule 7.1). */
    isLateOnArrival: boolean('is_late_on_arrival').notNull(),
    supplements: integer('supplements').notNull(),
    isExtended: boolean('is_extended').notNull(),
    /** Working minutes from acceptance to the end, without pauses; null while open or without acceptance. */
    workingMinutes: integer('working_minutes'),
    /** Working minutes from filing to the end by whose turn it was; 0 while open. */
    officeMinutes: integer('office_minutes').notNull(),
    residentMinutes: integer('resident_minutes').notNull(),
    agencyMinutes: integer('agency_minutes').notNull(),
    systemMinutes: integer('system_minutes').notNull(),
  },
  (table) => [
    index('sla_facts_filed').on(table.filedAt, table.dossierId),
    index('sla_facts_unit').on(table.unitCode, table.filedAt, table.dossierId),
  ],
)

/**
 * The rollup: sums of facts per local day and per month of filing, commune, procedure and channel, and of each commune as
 * a whole (`all`). Months are for speed, days for periods that begin or end inside one. `time_counts[i]` dossiers took a working time of bucket
 * `time_buckets[i]`; empty buckets are left out.
 */
export const slaCells = pgTable(
  'sla_cells',
  {
    grain: text('grain', { enum: cellGrains }).notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    edition: text('edition').notNull(),
    unitCode: text('unit_code').notNull(),
    procedure: text('procedure').notNull(),
    channel: text('channel').notNull(),
    received: integer('received').notNull(),
    accepted: integer('accepted').notNull(),
    ended: integer('ended').notNull(),
    early: integer('early').notNull(),
    onTime: integer('on_time').notNull(),
    late: integer('late').notNull(),
    lateOnArrival: integer('late_on_arrival').notNull(),
    secondSupplements: integer('second_supplements').notNull(),
    extended: integer('extended').notNull(),
    officeMinutes: bigint('office_minutes', { mode: 'number' }).notNull(),
    residentMinutes: bigint('resident_minutes', { mode: 'number' }).notNull(),
    agencyMinutes: bigint('agency_minutes', { mode: 'number' }).notNull(),
    systemMinutes: bigint('system_minutes', { mode: 'number' }).notNull(),
    timeBuckets: smallint('time_buckets').array().notNull(),
    timeCounts: integer('time_counts').array().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'sla_cells_pk',
      columns: [table.grain, table.startsOn, table.edition, table.unitCode, table.procedure, table.channel],
    }),
  ],
)
