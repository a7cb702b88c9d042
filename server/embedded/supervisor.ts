import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningPostmaster } from './postmaster.ts'

/** Pauses before each new try, in milliseconds; the last one repeats. */
const pauses = [100, 500, 2_000, 10_000] as const

export interface Supervisor {
  pid(): number
  stop(): Promise<void>
}

/**
 * Keeps PostgreSQL running until `stop()`: when its process ends by itself (killed, or out of memory), it is
 * started again, and tried again for as long as it takes.
 */
export function supervise(
  first: RunningPostmaster,
  start: () => Promise<RunningPostmaster>,
  log: (message: string) => void,
): Supervisor {
  let running = first
  let stopped: Promise<void> | undefined
  let restarting: Promise<void> | undefined
  const stopping = new AbortController()

  function watch() {
    void running.ended.then((how) => {
      if (!stopped) restarting = restart(how)
    })
  }

  async function restart(how: string) {
    log(`PostgreSQL ended by itself (${how}) and is started again`)
    for (let attempt = 0; ; attempt += 1) {
      const pause = pauses[attempt] ?? pauses[pauses.length - 1]
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopped) return
      try {
        running = await start()
        watch()

        return
      } catch (error) {
        log(`PostgreSQL is still down: ${error instanceof Error ? error.message : error}`)
      }
    }
  }

  /** The last chance of a desk that exits without `stop()`; only a signal can be sent here. */
  const endWithProcess = () => running.interrupt()

  async function stop() {
    stopping.abort()
    await restarting
    await running.stop()
    process.off('exit', endWithProcess)
  }

  process.on('exit', endWithProcess)
  watch()

  return { pid: () => running.pid, stop: () => (stopped ??= stop()) }
}
