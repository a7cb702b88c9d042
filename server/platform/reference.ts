import type pg from 'pg'
import type { Logger } from 'pino'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { versionInForce } from '#shared/catalogue/versions.ts'
import type { CalendarBook, CalendarEntry } from '#shared/sla/calendar.ts'
import { type CalendarOf, calendarsOf } from '#shared/sla/calendars.ts'
import type { Outage, OutageScope } from '#shared/sla/outages.ts'
import { buildDirectory, type UnitDirectory } from '#shared/units/directory.ts'
import { dividedUnits } from '#shared/units/divided-units.ts'
import { knownEditions } from '#shared/units/editions.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import type { Edition, Share, Unit, UnitFacts, UnitType } from '#shared/units/types.ts'
import type { Wakeups } from './wakeups.ts'

/** Hà Tĩnh; the desk serves one province, whose communes share its calendar. */
export const province = { code: '42', name: 'Hà Tĩnh' } as const

/** What changes seldom and is asked on every request: kept in memory, read again when somebody changed it. */
export interface Reference {
  directory(): UnitDirectory
  /** The commune police units of today. */
  units(): readonly Unit[]
  /** Codes of every unit that has a queue: the communes of today, and the province for what routing could not decide. */
  receivingUnits(): string[]
  /** A unit of today by its code, or the province; a unit that ended keeps its code as its name. */
  unitName(code: string): UnitName
  /** Every procedure as it is in force on a local day. */
  procedures(day: string): ProcedureVersion[]
  procedure(code: string, day: string): ProcedureVersion | undefined
  /** The version under which a dossier was filed, in force or not. */
  version(code: string, version: string): ProcedureVersion
  calendarBook(): CalendarBook
  /** The calendar of a unit as known at an instant. */
  calendarOf: CalendarOf
  /** Every record of a failure of the desk, corrected ones included; the clock takes what concerns a dossier. */
  outages(): readonly Outage[]
  /** Reads everything anew; for whoever has just changed it and must count by it at once. */
  reload(): Promise<void>
}

interface Loaded {
  directory: UnitDirectory
  units: readonly Unit[]
  names: Map<string, UnitName>
  versions: readonly ProcedureVersion[]
  book: CalendarBook
  calendarOf: CalendarOf
  outages: readonly Outage[]
}

export async function openReference(pool: pg.Pool, wake: Wakeups, log: Logger): Promise<Reference> {
  let loaded = await load(pool)
  let begun = 0
  let inUse = 0
  const reload = async () => {
    begun += 1
    const turn = begun
    const fresh = await load(pool)
    // Of two under way at once the one that began later knows more: the earlier never takes its place.
    if (turn < inUse) return
    inUse = turn
    loaded = fresh
  }
  wake.onHint((hint) => {
    if (hint !== 'reference' && hint !== '*') return
    reload().catch((error: Error) => log.warn({ error: error.message }, 'reference data was not read again'))
  })

  return {
    directory: () => loaded.directory,
    units: () => loaded.units,
    receivingUnits: () => [...loaded.units.map(({ code }) => code), province.code],
    unitName: (code) => loaded.names.get(code) ?? { code, name: code, type: 'Xã' },
    procedures: (day) =>
      [...new Set(loaded.versions.map(({ code }) => code))].flatMap(
        (code) => versionInForce(loaded.versions, code, day) ?? [],
      ),
    procedure: (code, day) =>
      loaded.versions.some((version) => version.code === code)
        ? versionInForce(loaded.versions, code as ProcedureVersion['code'], day)
        : undefined,
    version: (code, version) => {
      const found = loaded.versions.find((each) => each.code === code && each.version === version)
      if (!found) throw new Error(`no version ${version} of procedure ${code}`)

      return found
    },
    calendarBook: () => loaded.book,
    calendarOf: (unit, knownAt) => loaded.calendarOf(unit, knownAt),
    outages: () => loaded.outages,
    reload,
  }
}

async function load(pool: pg.Pool): Promise<Loaded> {
  const [facts, versions, book, outages] = await Promise.all([
    loadUnits(pool),
    loadVersions(pool),
    loadCalendar(pool),
    loadOutages(pool),
  ])
  const directory = buildDirectory(facts)
  const units = directory.units.filter(({ edition }) => edition === directory.newest)

  return {
    directory,
    units,
    names: new Map<string, UnitName>([
      [province.code, { ...province, type: 'Tỉnh' }],
      ...units.map(({ code, name, type }): [string, UnitName] => [code, { code, name, type }]),
    ]),
    versions,
    book,
    calendarOf: calendarsOf(book, () => province.code),
    outages,
  }
}

/** Editions and what is known of divided units are law and ship as code; the units themselves may be replaced. */
async function loadUnits(pool: pg.Pool): Promise<UnitFacts> {
  const [units, successors] = await Promise.all([
    pool.query<{ edition: Edition; code: string; name: string; type: UnitType; district: string | null }>(
      'select * from units',
    ),
    pool.query<{ from_edition: Edition; from_code: string; to_edition: Edition; to_code: string; share: Share }>(
      'select * from unit_successors',
    ),
  ])

  return {
    editions: knownEditions,
    units: units.rows.map(({ district, ...unit }) => ({ ...unit, ...(district && { district }) })),
    successors: successors.rows.map((row) => ({
      from: { edition: row.from_edition, code: row.from_code },
      to: { edition: row.to_edition, code: row.to_code },
      share: row.share,
    })),
    divided: dividedUnits,
  }
}

async function loadVersions(pool: pg.Pool): Promise<ProcedureVersion[]> {
  const { rows } = await pool.query<{ definition: ProcedureVersion }>(
    'select definition from procedure_versions order by code, version',
  )

  return rows.map(({ definition }) => definition)
}

async function loadOutages(pool: pg.Pool): Promise<Outage[]> {
  const { rows } = await pool.query<{
    id: string
    recorded_at: Date
    data: { scope: OutageScope; from: string; to: string | null; supersedes?: string }
  }>('select id, recorded_at, data from outages order by seq')

  return rows.map(({ id, recorded_at, data: { scope, from, to, supersedes } }) => ({
    id,
    scope,
    from: new Date(from),
    to: to === null ? null : new Date(to),
    recordedAt: recorded_at,
    ...(supersedes && { supersedes }),
  }))
}

async function loadCalendar(pool: pg.Pool): Promise<CalendarBook> {
  const [entries, years] = await Promise.all([
    pool.query('select *, date::text as day from calendar_entries order by recorded_at, id'),
    pool.query<{ year: number }>('select year from calendar_years where is_complete'),
  ])

  return {
    entries: entries.rows.map(
      (row): CalendarEntry => ({
        id: row.id,
        date: row.day,
        kind: row.kind,
        name: row.name,
        scope: row.scope_level === 'nation' ? { level: 'nation' } : { level: row.scope_level, code: row.scope_code },
        ...(row.sessions && { sessions: row.sessions }),
        source: row.source,
        mark: row.mark,
        announcedAt: row.announced_at,
        recordedAt: row.recorded_at,
        ...(row.supersedes && { supersedes: row.supersedes }),
      }),
    ),
    completeYears: new Set(years.rows.map(({ year }) => year)),
  }
}
