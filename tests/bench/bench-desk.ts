import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { migrate } from '#db/migrate.ts'
import { seedDemoAccounts } from '#server/accounts/demo-accounts.ts'
import type { Keys } from '#server/config.ts'
import { startPostgres } from '#server/embedded/postgres.ts'
import { createDatabase, type DatabaseUrls, dropDatabase, prepareCluster } from '#server/embedded/roles.ts'
import { loadOrCreateSecrets } from '#server/embedded/secrets.ts'
import { testRedis } from '../support/redis.ts'
import { type DeskProcess, startDeskProcess } from './desk-process.ts'
import type { Options } from './options.ts'

/** What all rows stand on: a PostgreSQL that syncs to disk as production's does, and a Redis where there is one. */
export interface Ground extends AsyncDisposable {
  /** Its version, for the heading. */
  postgres: string
  redisUrl: string | undefined
  /** A desk with a database of its own: migrated, with demonstration accounts, its HTTP process listening. */
  openDesk(): Promise<BenchDesk>
}

export interface BenchDesk extends AsyncDisposable {
  address: string
  database: DatabaseUrls
  keys: Keys
  /** As superuser, to fill the database and to look at what was stored. */
  admin: pg.Pool
  /** Today's communes, by their codes. */
  units: readonly string[]
  /** Cookies of so many signed-in officers of a commune; those beyond the demonstration's are made. */
  signIn(unit: string, officers?: number): Promise<string[]>
  /** The queue process: relay, reconciler and a worker for each commune. */
  startWorkers(): Promise<DeskProcess>
}

/** Room for two processes' pools, the LISTEN connections of a queue over PostgreSQL, and whoever loads the database. */
const maxConnections = 400

const settings = {
  // When a filing committed is asked of PostgreSQL itself (row 7).
  track_commit_timestamp: 'on',
  // As anybody sets a server of their own: the defaults are those of a machine with little memory.
  shared_buffers: '1GB',
  max_wal_size: '8GB',
}

export async function openGround(options: Options): Promise<Ground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quay-bench-'))
  const secrets = await loadOrCreateSecrets(dataDir)
  const postgres = await startPostgres({ dataDir, maxConnections, settings })
  const redis = await testRedis()
  const superuserUrl = `postgres://${postgres.superuser.user}:${postgres.superuser.password}@${postgres.host}:${postgres.port}/postgres`
  await prepareCluster(superuserUrl, secrets)
  const template = await createDatabase(superuserUrl, secrets, 'bench_template')
  await migrate(template.ownerUrl)
  const keys: Keys = {
    field: Buffer.from(secrets.fieldEncryption, 'base64'),
    index: Buffer.from(secrets.blindIndex, 'base64'),
    hmac: Buffer.from(secrets.hmac, 'base64'),
    receipt: Buffer.from(secrets.receiptSigning.d, 'base64url'),
  }
  let desks = 0

  return {
    postgres: await versionOf(superuserUrl),
    redisUrl: redis?.url,
    async openDesk() {
      desks += 1
      // Jobs that another row left would be worked on beside those that are measured.
      if (redis) await emptyRedis(redis.url)
      const name = `bench_${desks}`
      const database = await createDatabase(superuserUrl, secrets, name, 'bench_template')

      return openDesk(
        {
          superuserUrl: databaseOf(superuserUrl, name),
          database,
          keys,
          dataDir,
          redisUrl: redis?.url,
          profile: options.profile,
        },
        async () => {
          await dropDatabase(superuserUrl, name)
        },
      )
    },
    async [Symbol.asyncDispose]() {
      await redis?.[Symbol.asyncDispose]()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Takes away all jobs of all queues: the Redis is the bench's own. */
export async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url)
  await redis.flushall()
  redis.disconnect()
}

interface Opened {
  superuserUrl: string
  database: DatabaseUrls
  keys: Keys
  dataDir: string
  redisUrl: string | undefined
  profile: string | undefined
}

async function openDesk(
  { superuserUrl, database, keys, dataDir, redisUrl, profile }: Opened,
  drop: () => Promise<void>,
): Promise<BenchDesk> {
  const environment = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_REPORT_URL: database.reportUrl,
    DATABASE_QUEUE_URL: database.queueUrl,
    DESK_DATA: dataDir,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  }
  const admin = new pg.Pool({ connectionString: superuserUrl, max: 4 })
  admin.on('error', () => undefined)
  const { rows } = await admin.query<{ code: string; name: string; type: 'Xã' }>(
    `select code, name, type from units where edition = '2025-07' order by code`,
  )
  await withClient(admin, (client) => seedDemoAccounts(client, rows))
  const api = await startDeskProcess('server/api.ts', environment, profile)

  return {
    address: api.address,
    database,
    keys,
    admin,
    units: rows.map(({ code }) => code),
    signIn: (unit, officers = 1) => signIn(admin, unit, officers),
    startWorkers: () => startDeskProcess('server/worker.ts', environment, profile),
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]()
      await admin.end()
      await drop()
    },
  }
}

/**
 * Opens sessions as a sign-in would, without its password check, of which there may be only twenty a minute. The
 * first officer is the demonstration's; others are made like him.
 */
async function signIn(admin: pg.Pool, unit: string, officers: number): Promise<string[]> {
  await admin.query(
    `with wanted as (
       select format('canbo-%s-%s', $1::text, n) as username, n from generate_series(2, $2) n),
     made as (
       insert into accounts (id, username, name, role, password_hash)
       select gen_random_uuid(), username, 'Cán bộ ' || n, 'officer', '-' from wanted on conflict do nothing returning id)
     insert into postings (id, account_id, unit_code, from_on) select gen_random_uuid(), id, $1, '2025-07-01' from made`,
    [unit, officers],
  )
  const { rows } = await admin.query<{ id: string }>(
    `select a.id from accounts a join postings p on p.account_id = a.id where p.unit_code = $1 and a.role = 'officer' order by a.username limit $2`,
    [unit, officers],
  )

  return Promise.all(
    rows.map(async ({ id }) => {
      const token = randomBytes(32).toString('base64url')
      await admin.query(
        `insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '12 hours')`,
        [createHash('sha256').update(token).digest(), id],
      )

      return `quay_session=${token}`
    }),
  )
}

async function withClient(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ version: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') as version`,
  )
  await client.end()

  return rows[0]?.version ?? ''
}

function databaseOf(superuserUrl: string, name: string): string {
  const url = new URL(superuserUrl)
  url.pathname = `/${name}`

  return url.href
}
