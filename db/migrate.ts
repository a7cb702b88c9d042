import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations as runQueueMigrations } from 'bullmq'
import pg from 'pg'
import { loadReference } from './load-reference.ts'

/** Any number that only this uses. */
const lockKey = 4_231_2023
const migrationsFolder = new URL('./migrations/', import.meta.url)
const functionsFolder = new URL('./functions/', import.meta.url)
const roles = ['desk_app', 'desk_report', 'desk_queue'] as const

/**
 * Brings a database to this version: roles, tables, functions, the queue's own schema and the reference data.
 *
 * `url` belongs to the owner. Several callers at once are safe: they stand in line on an advisory lock. A migration
 * that was applied and then edited is an error, never silently skipped. Reference data is loaded where it is absent;
 * what an administrator changed stays.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'quay-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    // Under row-level security a change by a bound role would silently touch nothing: let it be an error.
    await client.query('set row_security = off')
    await client.query(`create table if not exists desk_migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    await ensureRoles(client)
    await applyMigrations(client)
    await installFunctions(client)
    await runQueueMigrations(client)
    await grantQueue(client)
    await loadReference(client)
  } finally {
    await client.end()
  }
}

/** The desk's roles are the cluster's, not the database's: made once, by whoever may. */
async function ensureRoles(client: pg.Client) {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    roles,
  ])
  for (const role of roles) {
    if (rows.some(({ rolname }) => rolname === role)) continue
    try {
      await client.query(`create role ${role} nologin`)
      await client.query(`grant ${role} to current_user`)
    } catch (error) {
      throw new Error(
        `The database has no role ${role}, and this user may not create it. See README, "Own PostgreSQL".`,
        { cause: error },
      )
    }
  }
}

async function applyMigrations(client: pg.Client) {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from desk_migrations')
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sql, sha256 } of await sqlFiles(migrationsFolder)) {
    const before = applied.get(name)
    if (before === sha256) continue
    if (before)
      throw new Error(`Migration ${name} was changed after it had been applied here. Write a new one instead.`)
    await inTransaction(client, async () => {
      await client.query(sql)
      await client.query('insert into desk_migrations (name, sha256) values ($1, $2)', [name, sha256])
    })
  }
}

/** Functions are replaced whole whenever their file changed; unlike tables they hold nothing. */
async function installFunctions(client: pg.Client) {
  const files = await sqlFiles(functionsFolder)
  const sha256 = createHash('sha256')
    .update(files.map((file) => file.sha256).join())
    .digest('hex')
  const { rows } = await client.query<{ sha256: string }>(`select sha256 from desk_migrations where name = 'functions'`)
  if (rows[0]?.sha256 === sha256) return
  await inTransaction(client, async () => {
    await client.query('set local check_function_bodies = off')
    for (const { sql } of files) await client.query(sql)
    await client.query(
      `insert into desk_migrations (name, sha256) values ('functions', $1)
       on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()`,
      [sha256],
    )
  })
}

/** BullMQ makes a sequence for each new queue and a temporary table for each bulk, so its role needs both rights. */
async function grantQueue(client: pg.Client) {
  await client.query(`
    grant usage, create on schema bullmq to desk_queue;
    grant all on all tables in schema bullmq to desk_queue;
    grant all on all sequences in schema bullmq to desk_queue;
    grant execute on all functions in schema bullmq to desk_queue;
    do $$ begin execute format('grant temporary on database %I to desk_queue', current_database()); end $$`)
}

async function sqlFiles(folder: URL) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')

      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function inTransaction(client: pg.Client, work: () => Promise<void>) {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
