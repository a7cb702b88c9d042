import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, lstat, mkdir, readFile, readlink, realpath, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, copyForEveryone, EmbeddedPostgresError } from './binaries.ts'

const run = promisify(execFile)

/** Where a root without user namespaces keeps what the unprivileged user must reach. */
const sharedFolder = '/var/lib/quay'

/** As whom PostgreSQL runs. It refuses to run as root, and a container or a small server often has no one else. */
export interface Runner {
  /** Words before the program's name. */
  prefix: readonly string[]
  user?: { uid: number; gid: number }
  binaries: Binaries
  /** The cluster's folder, without links on the way. */
  clusterDir: string
}

/**
 * Chooses how to run PostgreSQL for the cluster that is, or will be, `clusterDir`.
 *
 * - Not root: as ourselves.
 * - Root, but the desk's folder belongs to somebody: as its owner.
 * - Root with user namespaces: inside one, where root is no longer root. Files stay root's and stay in place.
 * - Root without them (an ordinary container): as `nobody`, programs and data under /var/lib/quay, and a link in
 *   the desk's folder that says where.
 */
export async function chooseRunner(
  clusterDir: string,
  binaries: Binaries,
  { userNamespaces = true } = {},
): Promise<Runner> {
  if (process.getuid?.() !== 0) return { prefix: [], binaries, clusterDir: await withoutLinks(clusterDir) }
  if (process.platform !== 'linux') {
    throw new EmbeddedPostgresError('PostgreSQL does not run as root. Start the desk as an ordinary user.')
  }

  const owner = (await ownerOf(clusterDir)) ?? (await ownerOf(dirname(clusterDir)))
  if (owner && owner.uid !== 0) return asUser(owner, clusterDir, binaries)
  if (userNamespaces && (await namespaceReaches(binaries.initdb, dirname(clusterDir)))) {
    return { prefix: ['unshare', '-U'], binaries, clusterDir: await withoutLinks(clusterDir) }
  }

  await relocate(clusterDir)

  return asUser(await nobody(), clusterDir, binaries)
}

/** Gives a folder or file to the user that PostgreSQL runs as; nothing to do where that is ourselves. */
export async function handOver(path: string, { user }: Runner) {
  if (user) await chown(path, user.uid, user.gid)
}

async function asUser(user: { uid: number; gid: number }, clusterDir: string, binaries: Binaries): Promise<Runner> {
  return {
    prefix: [],
    user,
    binaries: await copyForEveryone(binaries, sharedFolder),
    clusterDir: await withoutLinks(clusterDir),
  }
}

/** Asks inside a namespace: it has lost root's right to pass through folders that belong to others. */
async function namespaceReaches(program: string, folder: string): Promise<boolean> {
  return run('unshare', ['-U', 'test', '-x', program, '-a', '-w', folder]).then(
    () => true,
    () => false,
  )
}

async function relocate(clusterDir: string) {
  if (await lstat(clusterDir).catch(() => undefined)) return
  const clusters = join(sharedFolder, 'clusters')
  await mkdir(clusters, { recursive: true, mode: 0o755 })
  await symlink(join(clusters, randomBytes(6).toString('hex')), clusterDir)
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, , uid = '65534', gid = '65534'] = users.match(/^nobody:.*$/m)?.[0].split(':') ?? []

  return { uid: Number(uid), gid: Number(gid) }
}

async function ownerOf(path: string) {
  return stat(path).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => undefined,
  )
}

/** The path without links on the way, also of a folder that is still to be made. */
async function withoutLinks(path: string): Promise<string> {
  const target = await readlink(path).catch(() => path)

  return join(await realpath(dirname(target)), basename(target))
}
