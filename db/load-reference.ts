import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { procedureVersions } from '#shared/catalogue/catalogue.ts'
import { parseCalendarCsv } from '#shared/sla/calendar-csv.ts'
import type { UnitFacts } from '#shared/units/types.ts'
import { readUnitFacts } from './reference/read-units.ts'

/**
 * Loads the reference data that ships with the desk: units, catalogue, calendar.
 *
 * Only what is absent is loaded, so that what an administrator changed survives an upgrade. A calendar entry that
 * ships counts as recorded when it was announced: the desk then knew what everybody knew.
 */
export async function loadReference(client: pg.Client): Promise<void> {
  await client.query('begin')
  try {
    const { rows } = await client.query('select 1 from units limit 1')
    if (rows.length === 0) await writeUnits(client, readUnitFacts())
    await loadProcedures(client)
    await loadCalendar(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Replaces all units and successors by these; the caller holds a transaction. */
export async function writeUnits(client: pg.ClientBase, facts: Pick<UnitFacts, 'units' | 'successors'>): Promise<void> {
  await client.query('delete from unit_successors; delete from units')
  await insertRows(
    client,
    'units',
    ['edition text', 'code text', 'name text', 'type text', 'district text'],
    facts.units,
  )
  await insertRows(
    client,
    'unit_successors',
    ['from_edition text', 'from_code text', 'to_edition text', 'to_code text', 'share text'],
    facts.successors.map(({ from, to, share }) => ({
      from_edition: from.edition,
      from_code: from.code,
      to_edition: to.edition,
      to_code: to.code,
      share,
    })),
  )
}

async function loadProcedures(client: pg.Client) {
  await insertRows(
    client,
    'procedure_versions',
    ['code text', 'version date', 'until_on date', 'definition jsonb'],
    procedureVersions.map((definition) => ({
      code: definition.code,
      version: definition.version,
      until_on: definition.until,
      definition,
    })),
    'on conflict do nothing',
  )
}

async function loadCalendar(client: pg.Client) {
  const { rows } = await client.query('select 1 from calendar_entries limit 1')
  if (rows.length > 0) return
  const { entries, completeYears } = parseCalendarCsv(
    readFileSync(new URL('./reference/calendar-vietnam.csv', import.meta.url), 'utf8'),
  )
  await insertRows(
    client,
    'calendar_entries',
    [
      'id uuid',
      'date date',
      'kind text',
      'name text',
      'scope_level text',
      'scope_code text',
      'source text',
      'mark text',
      'announced_at timestamptz',
      'recorded_at timestamptz',
      'recorded_by text',
    ],
    entries.map((entry) => ({
      id: entry.id,
      date: entry.date,
      kind: entry.kind,
      name: entry.name,
      scope_level: entry.scope.level,
      scope_code: entry.scope.level === 'nation' ? null : entry.scope.code,
      source: entry.source,
      mark: entry.mark,
      announced_at: entry.announcedAt,
      recorded_at: entry.recordedAt,
      recorded_by: 'shipped with the desk',
    })),
  )
  await insertRows(
    client,
    'calendar_years',
    ['year integer', 'is_complete boolean', 'source text'],
    [...completeYears].map((year) => ({ year, is_complete: true, source: 'db/reference/calendar-vietnam.csv' })),
  )
}

/** Many rows in one statement; `columns` are constants of this file, values travel as one parameter. */
async function insertRows(
  client: pg.ClientBase,
  table: string,
  columns: string[],
  rows: readonly object[],
  onConflict = '',
) {
  const names = columns.map((column) => column.split(' ')[0]).join(', ')
  await client.query(
    `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1) as r (${columns.join(', ')}) ${onConflict}`,
    [JSON.stringify(rows)],
  )
}
