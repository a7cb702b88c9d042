import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EmbeddedPostgresError, locateBinaries } from './binaries.ts'
import { ensureCluster, superuserName } from './cluster.ts'
import { choosePort, loopback } from './ports.ts'
import { launchPostmaster, PortTakenError, type RunningPostmaster, stopPostmaster } from './postmaster.ts'
import { findPostmaster, lastPort } from './postmaster-file.ts'
import { chooseRunner } from './privileges.ts'
import { processFacts } from './processes.ts'
import { loadOrCreateSecrets } from './secrets.ts'
import { supervise } from './supervisor.ts'

export interface PostgresOptions {
  /** The desk's data folder. The cluster is its `pg`, the log `pg.log`, the passwords `secrets.json`. */
  dataDir: string
  maxConnections: number
  /** False only for tests: fast, and a power cut may lose everything. */
  fsync?: boolean
  /** Further settings of postgresql.conf. */
  settings?: Record<string, string>
  /** Told what a person should know: a leftover stopped, a restart. */
  log?: (message: string) => void
  /** False acts as if the kernel had no user namespaces, as in an ordinary container. */
  userNamespaces?: boolean
}

export interface PostgresAddress {
  host: string
  port: number
  superuser: { user: string; password: string }
}

export interface EmbeddedPostgres extends PostgresAddress {
  /** Of the process that runs now: another one after a restart. */
  readonly pid: number
  /** Ends PostgreSQL and waits for it. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that the desk brings, on 127.0.0.1 and a free port; makes its cluster the first time.
 *
 * What a killed desk left running is stopped first; its data are kept, also when PostgreSQL itself was killed. While
 * the desk lives, a PostgreSQL that ends by itself is started again on the same port. When the desk exits without
 * `stop()`, PostgreSQL is told to end; after a kill -9 of the desk the next start does it.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const log = options.log ?? (() => undefined)
  const { superuser: password } = await loadOrCreateSecrets(dataDir)
  const runner = await chooseRunner(join(dataDir, 'pg'), await locateBinaries(), options)

  await stopLeftoverPostgres(dataDir, log)
  await ensureCluster(runner, { password, sync: options.fsync !== false })

  const start = (port: number) => launchPostmaster(runner, port, settingsOf(options), join(dataDir, 'pg.log'))
  const first = await startOnFreePort(start, await lastPort(runner.clusterDir))
  const { port } = first
  const supervisor = supervise(first, () => start(port), log)

  return {
    host: loopback,
    port,
    superuser: { user: superuserName, password },
    get pid() {
      return supervisor.pid()
    },
    stop: supervisor.stop,
  }
}

/**
 * The embedded PostgreSQL that another process runs on this data folder, or undefined. For a command beside a
 * running desk: it connects to that desk's database instead of starting one.
 */
export async function findRunningPostgres(dataDir: string): Promise<PostgresAddress | undefined> {
  const clusterDir = await realpath(join(dataDir, 'pg')).catch(() => undefined)
  const postmaster = clusterDir ? await findPostmaster(clusterDir) : undefined
  if (!postmaster?.isReady) return undefined
  const { superuser: password } = await loadOrCreateSecrets(dataDir)

  return { host: loopback, port: postmaster.port, superuser: { user: superuserName, password } }
}

/**
 * Stops the PostgreSQL, if there is one, that a killed desk left running on this data folder. One whose desk still
 * lives is none of ours to stop: a second desk on the folder is refused.
 */
export async function stopLeftoverPostgres(dataDir: string, log: (message: string) => void = () => undefined) {
  const clusterDir = await realpath(join(dataDir, 'pg')).catch(() => undefined)
  const postmaster = clusterDir ? await findPostmaster(clusterDir) : undefined
  if (!postmaster) return

  const { pid, parent } = postmaster
  const desk = parent === 1 ? undefined : await processFacts(parent)
  if (desk && /\bnode\b/.test(desk.command)) {
    throw new EmbeddedPostgresError(`${clusterDir} is in use by another desk (process ${parent}).`)
  }

  log(`A PostgreSQL left behind by a killed desk (process ${pid}) is stopped first`)
  await stopPostmaster(pid, async () => (await processFacts(pid)) === undefined)
}

/** Another program may take the port between our look and PostgreSQL's own: then another one is tried. */
async function startOnFreePort(
  start: (port: number) => Promise<RunningPostmaster>,
  preferred: number | undefined,
  triesLeft = 5,
): Promise<RunningPostmaster> {
  try {
    return await start(await choosePort(preferred))
  } catch (error) {
    if (!(error instanceof PortTakenError) || triesLeft === 0) throw error

    return startOnFreePort(start, undefined, triesLeft - 1)
  }
}

function settingsOf({ maxConnections, fsync = true, settings }: PostgresOptions): Record<string, string> {
  const fast: Record<string, string> = fsync ? {} : { fsync: 'off', full_page_writes: 'off' }

  return { max_connections: String(maxConnections), ...fast, ...settings }
}
