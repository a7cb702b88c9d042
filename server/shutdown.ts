import type { Logger } from 'pino'
import type { Part } from './parts.ts'

/** So long may an orderly end take; then the process goes, and what was under way is found again at the next start. */
const atMostMs = 25_000

/**
 * Ends the process in order on Ctrl-C or a service manager's signal: `parts` are stopped from the last to the first.
 *
 * npm passes the terminal's signal on besides the terminal itself, so it comes twice and counts once.
 */
export function stopOnSignal(
  log: Pick<Logger, 'error'>,
  parts: readonly Part[],
  say: (message: string) => void = () => undefined,
): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    say('Đang dừng…')
    setTimeout(() => process.exit(1), atMostMs).unref()
    for (const part of [...parts].reverse()) {
      await part.stop().catch((error: Error) => log.error({ error: error.message }, 'a part did not stop cleanly'))
    }
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
}
