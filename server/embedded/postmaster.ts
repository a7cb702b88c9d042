import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedPostgresError } from './binaries.ts'
import { programEnvironment } from './cluster.ts'
import { loopback } from './ports.ts'
import { findPostmaster } from './postmaster-file.ts'
import type { Runner } from './privileges.ts'

const keptLogBytes = 8 * 2 ** 20

/** One PostgreSQL process that takes connections. */
export interface RunningPostmaster {
  pid: number
  port: number
  /** Settles when the process has ended, for whatever reason, with how it ended. */
  ended: Promise<string>
  /** Tells it to end, without waiting. */
  interrupt(): void
  /** Ends it, and waits until it has. */
  stop(): Promise<void>
}

/** The port was taken between choosing and binding it. */
export class PortTakenError extends Error {}

/**
 * Starts PostgreSQL and waits until it takes connections, however long it must replay its log first.
 *
 * It becomes the leader of its own process group, so that Ctrl-C in the terminal reaches the desk alone, which
 * stops PostgreSQL last. It writes its log to a file, which goes on when the desk is killed.
 */
export async function launchPostmaster(
  runner: Runner,
  port: number,
  settings: Record<string, string>,
  logFile: string,
): Promise<RunningPostmaster> {
  const child = await spawnPostmaster(runner, { ...fixedSettings(port), ...settings }, logFile)
  const { pid } = child
  let how: string | undefined
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      how = signal ?? `exit code ${code}`
      resolve(how)
    })
  })

  while (how === undefined) {
    const postmaster = await findPostmaster(runner.clusterDir)
    if (pid && postmaster?.pid === pid && postmaster.isReady) {
      child.unref()

      return {
        pid,
        port,
        ended,
        interrupt: () => child.kill('SIGINT'),
        stop: () => stop(child, () => how !== undefined),
      }
    }
    await sleep(10)
  }

  throw await startFailure(how, logFile)
}

/**
 * Ends a PostgreSQL process: orderly by SIGINT, which throws its clients out, and after 10 s at once by SIGQUIT, from
 * which the next start recovers.
 */
export async function stopPostmaster(pid: number, hasEnded: () => boolean | Promise<boolean>) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!send(pid, signal)) return
    const giveUpAt = Date.now() + 10_000
    while (Date.now() < giveUpAt) {
      if (await hasEnded()) return
      await sleep(10)
    }
  }

  throw new Error(`PostgreSQL (process ${pid}) does not end`)
}

async function stop(child: ChildProcess, hasEnded: () => boolean) {
  if (hasEnded() || !child.pid) return
  // Its end must reach us: an event loop with nothing else to do would finish before.
  child.ref()
  await stopPostmaster(child.pid, hasEnded)
}

/** Sends a signal; false when there is no such process any more. */
function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function fixedSettings(port: number): Record<string, string> {
  return {
    listen_addresses: loopback,
    unix_socket_directories: '',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  }
}

async function spawnPostmaster(
  { prefix, user, binaries, clusterDir }: Runner,
  settings: Record<string, string>,
  logFile: string,
): Promise<ChildProcess> {
  const [program = binaries.postgres, ...rest] = [...prefix, binaries.postgres]
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await openLog(logFile)
  try {
    const child = spawn(program, [...rest, '-D', clusterDir, ...options], {
      ...user,
      cwd: '/',
      detached: true,
      env: programEnvironment,
      stdio: ['ignore', log.fd, log.fd],
    })
    await once(child, 'spawn')

    return child
  } finally {
    await log.close()
  }
}

async function openLog(path: string) {
  const bytes = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (bytes > keptLogBytes) await rename(path, `${path}.1`)

  return open(path, 'a', 0o600)
}

async function startFailure(how: string, logFile: string): Promise<Error> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  const said = log.trimEnd().split('\n').slice(-12).join('\n')
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return new PortTakenError(said)

  return new EmbeddedPostgresError(`The embedded PostgreSQL does not start (${how}):\n${said}`)
}
