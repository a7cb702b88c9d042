import type pg from 'pg'
import type { Logger } from 'pino'
import { outbox } from '#db/schema/outbox.ts'
import { type Tx, withTx } from './db.ts'
import type { JobData, JobToAdd, Queues } from './queues.ts'
import type { Wakeups } from './wakeups.ts'

/** What follows a step: which queue takes it, and the ids that its worker needs. */
export interface Promised {
  topic:
    | 'deliver'
    | 'receive_notice'
    | 'index'
    | 'clean_paper'
    | 'move_dates'
    | 'message'
    | 'export'
    | 'ask_consents'
    | 'confirmation_code'
    | 'booking_letter'
  queue: string
  dossierId: string | null
  body?: Record<string, string>
}

/** Promises work in the same transaction as the step that calls for it; call `wake.send('outbox')` after COMMIT. */
export async function promise(tx: Tx, at: Date, ...rows: Promised[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(outbox)
    .values(rows.map(({ topic, queue, dossierId, body = {} }) => ({ topic, queue, dossierId, body, createdAt: at })))
}

interface OutboxRow {
  id: string
  topic: string
  queue: string
  dossier_id: string | null
  body: Record<string, string>
  attempts: number
}

const batchSize = 500
const pollMs = 500

/**
 * Moves committed outbox rows into their queues. At least once: between `addBulk` and COMMIT a crash adds a row
 * again, which the job id recognises while the job is kept, and the inbox in any case.
 *
 * Returns how many rows it moved. Two relays share the work (`skip locked`).
 */
export async function relayBatch(pool: pg.Pool, queues: Queues): Promise<number> {
  return withTx(pool, {}, async (tx) => {
    // Marked first: when a queue refuses, the transaction takes the mark back with it. Real time on purpose: it
    // measures delivery, and no legal date hangs on it.
    const rows = await tx.statement<OutboxRow>(
      `update outbox set queued_at = now(), attempts = attempts + 1
       where id in (select id from outbox where queued_at is null order by id limit $1 for update skip locked)
       returning id, topic, queue, dossier_id, body, attempts - 1 as attempts`,
      [batchSize],
    )
    await Promise.all([...byQueue(rows)].map(([queue, jobs]) => queues.add(queue, jobs)))

    return rows.length
  })
}

function byQueue(rows: readonly OutboxRow[]): Map<string, JobToAdd[]> {
  const queues = new Map<string, JobToAdd[]>()
  for (const row of rows) {
    const data: JobData = { ...row.body, outboxId: row.id, dossierId: row.dossier_id ?? '' }
    // A failed job that is still kept would swallow its own id, so each further try has a new one.
    const jobId = jobIdOf(row.id, row.attempts)
    const job = { topic: row.topic, jobId, data }
    const known = queues.get(row.queue)
    if (known) known.push(job)
    else queues.set(row.queue, [job])
  }

  return queues
}

const jobIdOf = (id: string, attempts: number) => (attempts === 0 ? `ob-${id}` : `ob-${id}-r${attempts}`)

/**
 * Finds rows that were relayed but whose job the queue no longer knows, and lets the relay take them again.
 * After a lost Redis this one statement is the whole recovery. Returns how many: normally none.
 */
export async function reconcile(pool: pg.Pool, queues: Queues, olderThanMs = 120_000): Promise<number> {
  const { rows } = await pool.query<{ id: string; queue: string; attempts: number }>(
    `select id, queue, attempts from outbox
     where done_at is null and queued_at < now() - make_interval(secs => $1) order by queued_at limit 5000`,
    [olderThanMs / 1000],
  )
  const lost: string[] = []
  for (const queue of new Set(rows.map((row) => row.queue))) {
    const mine = rows.filter((row) => row.queue === queue)
    const known = await queues.known(
      queue,
      mine.map(({ id, attempts }) => jobIdOf(id, attempts - 1)),
    )
    lost.push(...mine.filter(({ id, attempts }) => !known.has(jobIdOf(id, attempts - 1))).map(({ id }) => id))
  }
  if (lost.length > 0) await pool.query('update outbox set queued_at = null where id = any($1::bigint[])', [lost])

  return lost.length
}

/** Waits for both even when one fails, and then rejects with its reason. */
async function bothDone(...lanes: Promise<void>[]): Promise<void> {
  await Promise.allSettled(lanes)
  await Promise.all(lanes)
}

/** Runs the relay until stopped: woken by hints, and every half second besides. */
export function startRelay(pool: pg.Pool, queues: Queues, wake: Wakeups, log: Logger, onRelayed?: (n: number) => void) {
  let stopped = false
  let wakeUp: () => void = () => undefined
  // A hint that comes while a batch is under way must not be slept through.
  let hinted = false
  const stopListening = wake.onHint((hint) => {
    if (hint !== 'outbox' && hint !== '*') return
    hinted = true
    wakeUp()
  })

  const rest = () =>
    new Promise<void>((resume) => {
      if (hinted || stopped) return resume()
      const timer = setTimeout(resume, pollMs)
      wakeUp = () => {
        clearTimeout(timer)
        resume()
      }
    })

  /** Whether there is more to move. */
  const move = async () => {
    const moved = await relayBatch(pool, queues)
    if (moved > 0) onRelayed?.(moved)

    return moved === batchSize && !stopped
  }
  const drain = async () => {
    while (await move());
  }

  const run = async () => {
    while (!stopped) {
      hinted = false
      try {
        // Behind a full batch two go on: one reads from the outbox while the other's jobs are added.
        if (await move()) await bothDone(drain(), drain())
      } catch (error) {
        log.warn({ error: (error as Error).message }, 'relay: delivery waits')
        hinted = false
      }
      await rest()
    }
  }
  const running = run()

  return {
    async stop() {
      stopped = true
      stopListening()
      wakeUp()
      await running
    },
  }
}
