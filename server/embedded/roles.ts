import pg from 'pg'
import type { DatabasePasswords } from './secrets.ts'

/** One address of the same database for each of the desk's roles. */
export interface DatabaseUrls {
  /** Owns the tables; only migrations use it. */
  ownerUrl: string
  /** API and workers: bound by row-level security. */
  appUrl: string
  /** Reports, which count across communes: passes row-level security, reads only what it is granted. */
  reportUrl: string
  /** BullMQ's own tables, where there is no Redis. */
  queueUrl: string
}

/** What each role may do as such. What it may touch in a schema is granted by the migrations. */
const roles = [
  { name: 'desk_owner', password: 'owner', rights: 'nobypassrls' },
  { name: 'desk_app', password: 'app', rights: 'nobypassrls' },
  { name: 'desk_report', password: 'report', rights: 'bypassrls' },
  { name: 'desk_queue', password: 'queue', rights: 'nobypassrls' },
] as const

/** Any number: whoever changes roles or makes databases of the desk holds this lock meanwhile. */
const clusterLock = 4_201_931

/**
 * Makes the desk's roles, which belong to a whole cluster, and sets their passwords. May be repeated, and done by two
 * processes at once. After it nothing needs to connect as superuser but `createDatabase`.
 */
export async function prepareCluster(superuserUrl: string, passwords: DatabasePasswords): Promise<void> {
  await underLock(superuserUrl, async (client) => {
    for (const { name, password, rights } of roles) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
      if (!rowCount) await client.query(`create role ${name}`)
      const secret = client.escapeLiteral(passwords[password])
      await client.query(`alter role ${name} login nosuperuser nocreatedb nocreaterole ${rights} password ${secret}`)
    }
    // Lets a migration, which runs as the owner, give the queue's schema to the queue's role.
    await client.query('grant desk_queue to desk_owner')
  })
}

/**
 * Makes a database that belongs to `desk_owner` and that only the desk's roles enter, unless there is one of this
 * name. A copy of `template`, when given, takes some tens of milliseconds whatever was migrated there.
 */
export async function createDatabase(
  superuserUrl: string,
  passwords: DatabasePasswords,
  name: string,
  template = 'template0',
): Promise<DatabaseUrls> {
  await underLock(superuserUrl, async (client) => {
    const database = client.escapeIdentifier(name)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return

    const source = client.escapeIdentifier(template)
    await client.query(`create database ${database} owner desk_owner template ${source} strategy file_copy`)
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant connect on database ${database} to desk_app, desk_report, desk_queue`)
    // BullMQ makes a temporary table for each bulk.
    await client.query(`grant temporary on database ${database} to desk_queue`)
  })

  return databaseUrls(superuserUrl, passwords, name)
}

/** Drops a database, throwing out whoever is connected. Nothing happens when there is none. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await underLock(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
  })
}

/** The addresses of a database that exists already. */
export function databaseUrls(superuserUrl: string, passwords: DatabasePasswords, name: string): DatabaseUrls {
  const as = (role: (typeof roles)[number]['name'], password: string) => {
    const url = new URL(superuserUrl)
    url.username = role
    url.password = password
    url.pathname = `/${encodeURIComponent(name)}`

    return url.href
  }

  return {
    ownerUrl: as('desk_owner', passwords.owner),
    appUrl: as('desk_app', passwords.app),
    reportUrl: as('desk_report', passwords.report),
    queueUrl: as('desk_queue', passwords.queue),
  }
}

async function underLock(superuserUrl: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 })
  // Without a listener a server that goes away ends our process; the query that waits is rejected all the same.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [clusterLock])
    await work(client)
  } finally {
    // The session's end gives the lock back.
    await client.end()
  }
}
