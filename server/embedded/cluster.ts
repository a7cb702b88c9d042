import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './binaries.ts'
import { handOver, type Runner } from './privileges.ts'

const run = promisify(execFile)

/** The major version of PostgreSQL that the npm packages bring; a cluster of another one cannot be opened. */
const majorVersion = '18'

export const superuserName = 'postgres'

/** The programs see nothing of our environment: a PGDATA or a locale set there would change what they do. */
export const programEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes the cluster if it is not there yet; answers whether it did.
 *
 * It is built beside its place and renamed when it is whole, so that an interrupted first start leaves nothing
 * half-made. Passwords from the beginning: with `trust` any user of the machine would be superuser.
 */
export async function ensureCluster(runner: Runner, { password, sync }: { password: string; sync: boolean }) {
  const { clusterDir } = runner
  const found = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found) {
    assertVersion(clusterDir, found.trim())

    return false
  }

  await removeHalfMade(clusterDir)
  const half = await mkdtemp(`${clusterDir}.init-`)
  const passwordFile = `${half}.password`
  await handOver(half, runner)
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    await handOver(passwordFile, runner)
    await initdb(runner, half, passwordFile, sync)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(half, clusterDir)

  return true
}

/**
 * A killed first start leaves these. Its initdb may still be at work for a moment, and empties its folder when it
 * fails: so each start has a folder of its own, and what cannot be removed now is removed by a later start.
 */
async function removeHalfMade(clusterDir: string) {
  const folder = dirname(clusterDir)
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${basename(clusterDir)}.init-`))
  await Promise.allSettled(names.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

async function initdb({ prefix, user, binaries }: Runner, folder: string, passwordFile: string, sync: boolean) {
  const [program = binaries.initdb, ...rest] = [...prefix, binaries.initdb]
  const options = [
    ['-D', folder],
    ['-U', superuserName, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    sync ? [] : ['--no-sync'],
  ]
  try {
    await run(program, [...rest, ...options.flat()], { ...user, cwd: '/', env: programEnvironment })
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? cause.stderr : cause
    throw new EmbeddedPostgresError(`The embedded PostgreSQL cannot make its data folder:\n${said}`, { cause })
  }
}

function assertVersion(clusterDir: string, version: string) {
  if (version === majorVersion) return
  throw new EmbeddedPostgresError(
    `${clusterDir} was made by PostgreSQL ${version}, and this desk brings ${majorVersion}. ` +
      'Move the folder away to begin anew, or bring its data over with pg_dump.',
  )
}
