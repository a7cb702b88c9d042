import type { Deps } from '../../platform/deps.ts'
import { feedBatch, feedRollups } from './feed-rollups.ts'

const pollMs = 500

/**
 * Keeps the rollups up with the log until stopped: looks twice a second, and goes on at once while there is more than
 * a batch holds. A failure waits for the next time; what it had taken is still there.
 */
export function startRollups(deps: Pick<Deps, 'pool' | 'reference' | 'log'>): { stop(): Promise<void> } {
  let isStopped = false
  let wakeUp: () => void = () => undefined
  const rest = () =>
    new Promise<void>((resume) => {
      if (isStopped) return resume()
      const timer = setTimeout(resume, pollMs)
      wakeUp = () => {
        clearTimeout(timer)
        resume()
      }
    })

  const run = async () => {
    while (!isStopped) {
      let taken = 0
      try {
        taken = await feedRollups(deps)
      } catch (error) {
        deps.log.warn({ error: (error as Error).message }, 'rollups: reports stay behind until the next try')
      }
      if (taken < feedBatch) await rest()
    }
  }
  const running = run()

  return {
    async stop() {
      isStopped = true
      wakeUp()
      await running
    },
  }
}
