import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { choosePort } from '#server/embedded/ports.ts'
import { findRedis } from '../../scripts/tools.mjs'

export interface TestRedis extends AsyncDisposable {
  url: string
  pid: number
}

/**
 * An empty Redis of one's own that keeps nothing and evicts nothing. Undefined where the machine has none: the
 * caller then skips, saying so. On CI that is an error, for there nothing may be skipped.
 */
export async function testRedis(): Promise<TestRedis | undefined> {
  const program = findRedis()
  if (!program) {
    if (process.env.CI) throw new Error('CI has no redis-server: install it (.ci/run does)')

    return undefined
  }

  const folder = await mkdtemp(join(tmpdir(), 'quay-redis-'))
  const port = await choosePort()
  const options = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(program, words, { stdio: 'ignore' })
  await once(child, 'spawn')
  const ended = once(child, 'exit')
  const endWithProcess = () => child.kill('SIGKILL')
  process.on('exit', endWithProcess)

  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended at once with code ${child.exitCode}`)
    await sleep(10)
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', endWithProcess)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whether a Redis on this port answers PING. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [reply] = await once(socket, 'data')

    return String(reply).startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
