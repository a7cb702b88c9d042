import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainPool, type TestDatabase, testDatabase } from '../support/postgres.ts'

let database: TestDatabase
let app: pg.Pool
let report: pg.Pool
let owner: pg.Pool

beforeAll(async () => {
  database = await testDatabase()
  app = plainPool(database.appUrl)
  report = plainPool(database.reportUrl)
  owner = plainPool(database.ownerUrl)
})
afterAll(async () => {
  await Promise.all([app.end(), report.end(), owner.end()])
  await database[Symbol.asyncDispose]()
})

/** Tables that hold nothing of a person, each with the reason why no policy guards it. */
const withoutPersonalData: Record<string, string> = {
  accounts: 'staff, not residents; passwords are hashed',
  postings: 'staff',
  sessions: 'hashes',
  procedure_versions: 'law',
  units: 'law',
  unit_successors: 'law',
  calendar_entries: 'law',
  calendar_years: 'law',
  uploads: 'hashes and sizes; content is encrypted by nobody’s name and served through papers',
  outbox: 'ids',
  inbox: 'ids',
  idempotency_keys: 'ids and hashes',
  demo_clock: 'a number',
  document_numbers: 'counters',
  report_seals: 'counts, and codes of dossiers',
  report_corrections: 'counts, and codes of dossiers',
  export_jobs: 'what was asked for; files are fetched by the asker’s account only',
  recorded_messages: 'demonstrations only: what a carrier would have sent',
  calendar_changes: 'law',
  outages: 'what failed, where and when',
  sla_facts: 'codes, times and counts of dossiers',
  sla_cells: 'counts',
  sla_pending: 'ids',
  certificates: 'no more than the printed code says; whoever is shown a paper may ask, and any commune may end it',
  certificate_subjects: 'blind indexes, which name nobody',
  consent_requests: 'sealed; who follows the link has proved no dossier yet',
  assisted_filings: 'sealed; the account that typed it in is named in every statement',
  drafts: 'sealed; opened by the key of the device that writes it',
  desk_migrations: 'names of files',
}

test('every table is guarded by row-level security, or is known to hold nothing of a person', async () => {
  const { rows } = await owner.query<{ relname: string; relrowsecurity: boolean }>(
    `select relname, relrowsecurity from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )

  const unguarded = rows.filter(({ relname, relrowsecurity }) => !relrowsecurity && !(relname in withoutPersonalData))
  expect(unguarded).toEqual([])
  expect(rows.length).toBeGreaterThan(15)
})

test('nothing that serves people connects as owner or superuser, or may leave its role', async () => {
  for (const pool of [app, report]) {
    const { rows } = await pool.query(
      `select rolsuper, rolcreaterole, rolcreatedb, pg_has_role(current_user, 'desk_owner', 'member') as owns from pg_roles where rolname = current_user`,
    )
    expect(rows[0]).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, owns: false })
  }
  await expect(app.query('set role desk_owner')).rejects.toThrow()
  await expect(app.query(`select pg_read_file('postgresql.conf')`)).rejects.toThrow()
})

test('the log can be added to and never changed, not even by its owner', async () => {
  await expect(app.query(`update dossier_events set body = '{}'`)).rejects.toThrow('permission denied')
  await expect(app.query('delete from dossier_events')).rejects.toThrow('permission denied')
  await expect(owner.query(`update dossier_events set body = '{}'`)).rejects.toThrow('append-only')
  await expect(owner.query('truncate dossier_events')).rejects.toThrow('append-only')
})

test('reports read no name, no answer and no identity', async () => {
  for (const column of ['applicant_name', 'applicant_fold', 'tracking_hash', 'holder_name']) {
    await expect(report.query(`select ${column} from dossiers`)).rejects.toThrow('permission denied')
  }
  for (const table of [
    'dossier_answers',
    'dossier_people',
    'papers',
    'documents',
    'access_log',
    'accounts',
    'sessions',
  ]) {
    await expect(report.query(`select * from ${table}`)).rejects.toThrow('permission denied')
  }
  await expect(report.query('select body from dossier_events')).rejects.toThrow('permission denied')
})

test('without a scope nothing is seen and nothing can be filed', async () => {
  for (const table of [
    'dossiers',
    'dossier_events',
    'dossier_answers',
    'dossier_people',
    'papers',
    'documents',
    'ratings',
    'access_log',
  ]) {
    expect((await app.query(`select * from ${table}`)).rows).toEqual([])
  }
})
