import pg from 'pg'
import type { Logger } from 'pino'

/**
 * Hints between processes: "look again at X". Never the truth, and never inside a transaction, where a NOTIFY
 * takes a lock over the whole cluster at COMMIT. Whoever misses one finds the same by polling.
 *
 * `outbox`: rows wait for the relay. A unit's code: its desk changed. `reference`: units, catalogue or calendar
 * changed. `clock`: the demonstration's clock moved. `session`: somebody signed out or lost a posting.
 */
export type Hint = 'outbox' | 'reference' | 'clock' | 'session' | (string & {})

export interface Wakeups {
  /** Call after COMMIT. Reaches this process at once; the others too, but at most once in ten milliseconds. */
  send(...hints: Hint[]): void
  /** Hears every hint; `'*'` when some may have been missed because the connection broke. Returns a way to stop. */
  onHint(listen: (hint: Hint) => void): () => void
  /**
   * A number that changes whenever the unit's desk may have changed, for ETags. Undefined while the connection is
   * down: then nobody may be told "unchanged".
   */
  versionOf(unit: string): string | undefined
  close(): Promise<void>
}

const channel = 'desk'
/** The first hint goes at once, those that follow within this time go together: a busy desk must not drown itself. */
const collectMs = 10
const reconnectMs = 500

/** Opens the one LISTEN connection of this process, rebuilt whenever it breaks. */
export async function openWakeups(url: string, pool: pg.Pool, log: Logger): Promise<Wakeups> {
  const listeners = new Set<(hint: Hint) => void>()
  const versions = new Map<string, number>()
  const epoch = `${process.pid}-${Date.now().toString(36)}`
  let everything = 0
  let client: pg.Client | undefined
  let closed = false
  let pending = new Set<Hint>()
  let timer: NodeJS.Timeout | undefined

  const emit = (hint: Hint) => {
    if (hint === '*') everything += 1
    else versions.set(hint, (versions.get(hint) ?? 0) + 1)
    for (const listen of listeners) listen(hint)
  }

  const flush = () => {
    timer = undefined
    if (pending.size === 0) return
    timer = setTimeout(flush, collectMs)
    const hints = [...pending]
    pending = new Set()
    pool
      .query('select pg_notify($1, $2)', [channel, `${epoch} ${hints.join(' ')}`])
      .catch((error: Error) => log.warn({ error: error.message }, 'a hint was not sent; polling will find it'))
  }

  const listen = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'quay-listen', keepAlive: true })
    const lost = () => {
      if (client !== next || closed) return
      client = undefined
      setTimeout(reconnect, reconnectMs).unref()
    }
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', ({ payload = '' }) => {
      const [from, ...hints] = payload.split(' ')
      // This process heard its own hints when it sent them.
      if (from !== epoch) hints.forEach(emit)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }

  const reconnect = async () => {
    if (closed) return
    try {
      await listen()
      emit('*')
    } catch {
      setTimeout(reconnect, reconnectMs).unref()
    }
  }

  await listen()

  return {
    send(...hints) {
      hints.forEach(emit)
      for (const hint of hints) pending.add(hint)
      if (!timer) flush()
    },
    onHint(listener) {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
    versionOf: (unit) => client && `${epoch}-${everything}-${versions.get(unit) ?? 0}`,
    async close() {
      closed = true
      flush()
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
