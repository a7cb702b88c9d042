import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { messageChannels, messageStates } from '#shared/messages/schemas.ts'
import { messageTemplateNames } from '#shared/messages/templates.ts'
import { instant } from './columns.ts'
import { dossiers } from './dossiers.ts'

/**
 * What the desk promised to tell a resident, and whether it arrived. Holds no name, no number and no address: whom
 * it goes to is read from the sealed answers when it is sent, and kept nowhere else.
 */
export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    template: text('template', { enum: messageTemplateNames }).notNull(),
    /** `applicant`, or another person of the dossier as the feature that asked for the message names them. */
    recipient: text('recipient').notNull(),
    facts: jsonb('facts').$type<Record<string, string>>().notNull(),
    /** What makes it this message and no other: the same step taken twice promises once. */
    dedupe: text('dedupe').notNull(),
    state: text('state', { enum: messageStates }).notNull(),
    channel: text('channel', { enum: messageChannels }),
    /** What the carrier calls it. */
    carrierId: text('carrier_id'),
    attempts: integer('attempts').notNull().default(0),
    /** While a worker has it in hands, in real time; another worker that meets it comes back later. */
    leasedUntil: instant('leased_until'),
    failure: text('failure'),
    promisedAt: instant('promised_at').notNull(),
    sentAt: instant('sent_at'),
    settledAt: instant('settled_at'),
    /** A failed one is a call to make; who made it, and what came of it. */
    calledAt: instant('called_at'),
    calledBy: text('called_by'),
    callNote: text('call_note'),
  },
  (table) => [
    uniqueIndex('messages_once').on(table.dossierId, table.dedupe),
    index('messages_to_call').on(table.settledAt).where(sql`state = 'failed' and called_at is null`),
  ],
)

/**
 * What the carriers of a demonstration would have sent. Its key is the letter's own id, so that one letter is one row
 * however often it is tried. In production nothing writes here.
 */
export const recordedMessages = pgTable(
  'recorded_messages',
  {
    messageId: uuid('message_id').primaryKey(),
    /** Absent for a letter about what is no dossier yet. */
    dossierId: uuid('dossier_id').references(() => dossiers.id),
    code: text('code').notNull(),
    channel: text('channel', { enum: messageChannels }).notNull(),
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('recorded_messages_time').on(table.at)],
)
