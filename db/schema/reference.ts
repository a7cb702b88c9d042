import { boolean, date, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { editions, unitTypes } from '#shared/units/types.ts'
import { instant } from './columns.ts'

/** Effect-dated procedures; `definition` is the whole version as `shared/catalogue/types.ts` has it. */
export const procedureVersions = pgTable(
  'procedure_versions',
  {
    code: text('code').notNull(),
    version: date('version').notNull(),
    untilOn: date('until_on'),
    definition: jsonb('definition').$type<ProcedureVersion>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
)

/** A code is unique only together with its edition: 48 of the 69 codes of 2025 were other places in 2023. */
export const units = pgTable(
  'units',
  {
    edition: text('edition', { enum: editions }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    type: text('type', { enum: unitTypes }).notNull(),
    district: text('district'),
  },
  (table) => [primaryKey({ columns: [table.edition, table.code] })],
)

export const unitSuccessors = pgTable(
  'unit_successors',
  {
    fromEdition: text('from_edition', { enum: editions }).notNull(),
    fromCode: text('from_code').notNull(),
    toEdition: text('to_edition', { enum: editions }).notNull(),
    toCode: text('to_code').notNull(),
    share: text('share', { enum: ['whole', 'part'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fromEdition, table.fromCode, table.toEdition, table.toCode] }),
    foreignKey({ columns: [table.fromEdition, table.fromCode], foreignColumns: [units.edition, units.code] }),
    foreignKey({ columns: [table.toEdition, table.toCode], foreignColumns: [units.edition, units.code] }),
  ],
)

/** The calendar as dated, cited records. Nothing is edited: a correction supersedes. */
export const calendarEntries = pgTable('calendar_entries', {
  id: uuid('id').primaryKey(),
  date: date('date').notNull(),
  kind: text('kind', {
    enum: ['holiday', 'makeup', 'swap_off', 'swap_work', 'local_closure', 'local_opening', 'withdrawn'],
  }).notNull(),
  name: text('name').notNull(),
  scopeLevel: text('scope_level', { enum: ['nation', 'province', 'unit'] }).notNull(),
  scopeCode: text('scope_code'),
  /** Pairs of `HH:MM` that replace the day's sessions; absent means the kind's own. */
  sessions: jsonb('sessions').$type<[string, string][]>(),
  source: text('source').notNull(),
  mark: text('mark').notNull(),
  announcedAt: instant('announced_at').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  recordedBy: text('recorded_by').notNull(),
  supersedes: uuid('supersedes'),
})

/** Whether everything about a year is announced; dates that reach into another year are provisional. */
export const calendarYears = pgTable('calendar_years', {
  year: integer('year').primaryKey(),
  isComplete: boolean('is_complete').notNull(),
  source: text('source').notNull(),
  /** When and by whom it was marked; absent for what ships with the desk. */
  recordedAt: instant('recorded_at'),
  recordedBy: text('recorded_by'),
})
