import type { Logger } from 'pino'

export interface RegularWork {
  /** No more after this; resolves when what still runs has ended. */
  stop(): Promise<void>
}

/** Does work again and again, never twice at once; a failure is told to the log and waits for the next time. */
export function regularly(everyMs: number, log: Pick<Logger, 'warn'>, work: () => Promise<unknown>): RegularWork {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= work()
      .catch((error: Error) => log.warn({ error: error.message }, 'regular work failed and will be tried again'))
      .then(() => {
        running = undefined
      })
  }, everyMs).unref()

  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
