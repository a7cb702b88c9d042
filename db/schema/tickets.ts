import { sql } from 'drizzle-orm'
import {
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { messageChannels } from '#shared/messages/schemas.ts'
import { bookingLetterKinds, bookingLetterStates, bookingStates } from '#shared/tickets/booking-schemas.ts'
import { ticketClasses } from '#shared/tickets/classes.ts'
import type { WantedService } from '#shared/tickets/services.ts'
import { ticketStates } from '#shared/tickets/transitions.ts'
import { bytea, instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/** How a unit's counters work from a day on; the latest entry that has begun holds, and none is edited. */
export const lineSettings = pgTable(
  'line_settings',
  {
    id: uuid('id').primaryKey(),
    unitCode: text('unit_code').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    counters: integer('counters').notNull(),
    serviceMinutes: integer('service_minutes').notNull(),
    slotMinutes: integer('slot_minutes').notNull(),
    bookedPercent: integer('booked_percent').notNull(),
    bookingsPerPhone: integer('bookings_per_phone').notNull(),
    returnMinutes: integer('return_minutes').notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [index('line_settings_of_unit').on(table.unitCode, table.fromOn, table.recordedAt)],
)

/** The last number given, per unit, day and letter: one row to lock, so numbers have no gaps and none is given twice. */
export const ticketNumbers = pgTable(
  'ticket_numbers',
  {
    unitCode: text('unit_code').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    letter: text('letter').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.day, table.letter] })],
)

/** Somebody in the waiting room, known by a number and by nothing else. */
export const tickets = pgTable(
  'tickets',
  {
    id: uuid('id').primaryKey(),
    unitCode: text('unit_code').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    letter: text('letter').notNull(),
    number: integer('number').notNull(),
    class: text('class', { enum: ticketClasses }).notNull(),
    services: jsonb('services').$type<WantedService[]>().notNull(),
    state: text('state', { enum: ticketStates }).notNull(),
    version: integer('version').notNull().default(1),
    arrivedAt: instant('arrived_at').notNull(),
    bookedAt: instant('booked_at'),
    /** What the line is ordered by: fixed when the number is taken, and again when an absent person comes back. */
    callBy: instant('call_by').notNull(),
    calledAt: instant('called_at'),
    servedAt: instant('served_at'),
    endedAt: instant('ended_at'),
    absentAt: instant('absent_at'),
    lastAt: instant('last_at').notNull(),
    calls: integer('calls').notNull().default(0),
    counter: integer('counter'),
    forCounter: integer('for_counter'),
    officerId: uuid('officer_id'),
    officerName: text('officer_name'),
    secretHash: bytea('secret_hash').notNull(),
  },
  (table) => [
    uniqueIndex('tickets_number').on(table.unitCode, table.day, table.letter, table.number),
    uniqueIndex('tickets_secret').on(table.secretHash),
    // The line itself, in its order.
    index('tickets_line').on(table.unitCode, table.day, table.callBy, table.id).where(sql`state = 'waiting'`),
    // A counter has one person before it: of two calls at once the second is refused by the database.
    uniqueIndex('tickets_at_counter')
      .on(table.unitCode, table.day, table.counter)
      .where(sql`state in ('called', 'serving')`),
    index('tickets_called').on(table.unitCode, table.day, table.calledAt),
  ],
)

/** Everything that happened to a ticket, append-only. */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id),
    action: text('action').notNull(),
    at: instant('at').notNull(),
    counter: integer('counter'),
    /** Null when the kiosk did it. */
    accountId: uuid('account_id'),
    byName: text('by_name'),
  },
  (table) => [index('ticket_events_of_ticket').on(table.ticketId, table.id)],
)

/** Which dossiers came of a visit. A visit may bring several, and a dossier several visits. */
export const ticketDossiers = pgTable(
  'ticket_dossiers',
  {
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    at: instant('at').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.dossierId] }),
    index('ticket_dossiers_of_dossier').on(table.dossierId),
  ],
)

/**
 * A time at the counter that somebody was promised. Of the phone number only a keyed fingerprint is kept; an address
 * for the reminder is there only when somebody left one, sealed, and no longer than it has a use.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: uuid('id').primaryKey(),
    unitCode: text('unit_code').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    slotAt: instant('slot_at').notNull(),
    code: text('code').notNull(),
    services: jsonb('services').$type<WantedService[]>().notNull(),
    state: text('state', { enum: bookingStates }).notNull(),
    phoneIndex: bytea('phone_index').notNull(),
    secretHash: bytea('secret_hash').notNull(),
    /** Where the reminder goes: sealed to this row; erased when nothing is left to say, at the latest after the day. */
    contact: bytea('contact'),
    /** Why the office takes the promise back: its calendar closed on that time. Null when the resident gave it back. */
    closedReason: text('closed_reason'),
    ticketId: uuid('ticket_id').references(() => tickets.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('bookings_code').on(table.unitCode, table.day, table.code),
    uniqueIndex('bookings_secret').on(table.secretHash),
    index('bookings_of_day').on(table.unitCode, table.day, table.slotAt),
    // What the minute's scan looks over: of all bookings ever made, those that are still to come.
    index('bookings_ahead').on(table.slotAt).where(sql`state = 'booked'`),
    index('bookings_with_contact').on(table.day).where(sql`contact is not null`),
  ],
)

/** What is said about a booking away from the screen, once of each kind. To whom stands in the booking alone. */
export const bookingLetters = pgTable(
  'booking_letters',
  {
    id: uuid('id').primaryKey(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    kind: text('kind', { enum: bookingLetterKinds }).notNull(),
    state: text('state', { enum: bookingLetterStates }).notNull(),
    channel: text('channel', { enum: messageChannels }),
    promisedAt: instant('promised_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [uniqueIndex('booking_letters_once').on(table.bookingId, table.kind)],
)
