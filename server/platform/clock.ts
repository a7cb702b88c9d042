import type pg from 'pg'
import type { Wakeups } from './wakeups.ts'

/**
 * The desk's one clock: read once per request or job and passed down; SQL holds no `now()` in business columns.
 *
 * Outside production an administrator may move it forward (never back), and every process follows. Sessions, rate
 * limits, locks and queue delays use real time.
 */
export interface Clock {
  now(): Date
  /** How far it is ahead of the real time; 0 in production, always. */
  aheadMs(): number
  /** Moves the demonstration's clock forward to `to`; returns false when `to` lies before now. */
  moveTo(to: Date): Promise<boolean>
}

export async function openClock(pool: pg.Pool, wake: Wakeups, isProduction: boolean): Promise<Clock> {
  let ahead = 0
  const read = async () => {
    const { rows } = await pool.query<{ ahead_ms: string }>('select ahead_ms from demo_clock where id = 1')
    ahead = Number(rows[0]?.ahead_ms ?? 0)
  }
  if (!isProduction) {
    await read()
    wake.onHint((hint) => {
      if (hint === 'clock' || hint === '*') read().catch(() => undefined)
    })
  }
  const now = () => new Date(Date.now() + ahead)

  return {
    now,
    aheadMs: () => ahead,
    async moveTo(to) {
      if (isProduction) throw new Error('production has no clock but the real one')
      const wanted = to.getTime() - Date.now()
      const { rowCount } = await pool.query(
        `insert into demo_clock (id, ahead_ms) values (1, $1)
         on conflict (id) do update set ahead_ms = excluded.ahead_ms where demo_clock.ahead_ms <= excluded.ahead_ms`,
        [wanted],
      )
      if (rowCount === 0 || wanted < ahead) return false
      ahead = wanted
      wake.send('clock')

      return true
    },
  }
}
