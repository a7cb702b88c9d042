import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns.ts'

/** What must happen next, committed with what just happened. Bodies hold ids only, never personal data. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    topic: text('topic').notNull(),
    /** The BullMQ queue that takes it: `commune-{18673}`, `papers`. */
    queue: text('queue').notNull(),
    dossierId: uuid('dossier_id'),
    body: jsonb('body').$type<Record<string, string>>().notNull(),
    createdAt: instant('created_at').notNull(),
    queuedAt: instant('queued_at'),
    doneAt: instant('done_at'),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [
    index('outbox_waiting').on(table.id).where(sql`queued_at is null`),
    index('outbox_undone').on(table.queuedAt).where(sql`done_at is null`),
  ],
)

/** Each outbox row's effect happens once: the worker's transaction begins by writing here. */
export const inbox = pgTable('inbox', {
  outboxId: bigint('outbox_id', { mode: 'bigint' }).primaryKey(),
  doneAt: instant('done_at').notNull(),
})

/** The first answer to each keyed write; the same key and body gets it again, another body is refused. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text('actor').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodySha256: bytea('body_sha256').notNull(),
    dossierId: uuid('dossier_id'),
    /** Holds no secret: the tracking key is computed again. */
    answer: jsonb('answer').$type<unknown>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.route, table.key] }),
    index('idempotency_keys_age').on(table.createdAt),
  ],
)

/** One row: by how much the demonstration's clock is ahead of the real one. Never present in production. */
export const demoClock = pgTable('demo_clock', {
  id: integer('id').primaryKey(),
  aheadMs: bigint('ahead_ms', { mode: 'number' }).notNull(),
})
