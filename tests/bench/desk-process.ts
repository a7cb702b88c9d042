import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of the desk, ready to work. */
export interface DeskProcess extends AsyncDisposable {
  /** Where it answers; empty for the queue process. */
  address: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What each program logs once it is ready. */
const ready = { 'server/api.ts': 'the desk is open', 'server/worker.ts': 'workers are ready' } as const

/**
 * Starts one of production's two programs as it is, in a process of its own, so that what measures shares neither
 * its event loop nor its memory. With `profile` it leaves a CPU profile in that folder when it ends.
 */
export async function startDeskProcess(
  program: keyof typeof ready,
  environment: Record<string, string>,
  profile: string | undefined,
): Promise<DeskProcess> {
  const watching = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const child = spawn(process.execPath, [...watching, '--import', 'tsx', program], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.on('exit', endWithUs)
  const address = await readyLine(child, ready[program])

  return {
    address,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      if (child.kill('SIGTERM')) await ended
      process.off('exit', endWithUs)
    },
  }
}

function readyLine(child: ChildProcess, message: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a process of the desk ended with ${code} before it was ready`)))
    if (!child.stdout) return reject(new Error('a process without output'))
    createInterface(child.stdout).on('line', (line) => {
      const entry = asEntry(line)
      if (entry?.msg === message) resolve(entry.address ?? '')
      // Warnings are shown: a desk that complains is not one whose speed counts.
      else if (!entry || (entry.level ?? 0) >= 40) process.stderr.write(`${line}\n`)
    })
  })
}

function asEntry(line: string): { level?: number; msg?: string; address?: string } | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
