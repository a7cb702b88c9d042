import type { Pool } from 'pg'
import { Gauge, type Registry } from 'prom-client'

/** How far the reports are behind the log: the age of the oldest event that is not counted yet, and how many wait. */
export interface RollupLag {
  seconds: number
  waiting: number
}

const mostCounted = 10_000

/** Read as whoever may see `sla_pending`; `waiting` stops counting at ten thousand. */
export async function rollupLag(pool: Pool): Promise<RollupLag> {
  const { rows } = await pool.query<{ seconds: number; waiting: number }>(
    // Real time: it measures the desk itself.
    `select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float as seconds, count(*)::integer as waiting
     from (select at from sla_pending order by id limit ${mostCounted}) oldest`,
  )
  const [lag] = rows

  return { seconds: Math.max(0, lag?.seconds ?? 0), waiting: lag?.waiting ?? 0 }
}

/** Tells Prometheus the lag whenever it asks. */
export function measureRollupLag(registry: Registry, pool: Pool): void {
  new Gauge({
    name: 'quay_rollup_lag_seconds',
    help: 'Age of the oldest event that reports do not count yet; 0 when they are up to date',
    registers: [registry],
    async collect() {
      this.set((await rollupLag(pool)).seconds)
    },
  })
}
