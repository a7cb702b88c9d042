import type { DossierEvent } from '#shared/dossiers/events.ts'
import { readEvent } from '../dossiers/event-chain.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

/** An open dossier with its whole log, as far as the calendar is concerned with it. */
export interface OpenDossier {
  id: string
  code: string
  procedure: string
  unit: string
  events: DossierEvent[]
}

/** Which open dossiers a change of the calendar may touch: those filed before the end of its last day. */
export interface OpenRange {
  units: readonly string[]
  filedBefore: Date
  /** The last dossier that was looked at already. */
  after?: string | undefined
}

/** So many logs are read at once: some megabytes. */
const batchSize = 500
const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * The open dossiers of a range with their logs, batch by batch in the order of their ids.
 *
 * Each batch is a short transaction of its own. What is stored of due dates is not trusted to narrow the range: an
 * earlier change may still be under way.
 */
export async function* openDossiers(
  { pool }: Pick<Deps, 'pool'>,
  { units, filedBefore, after = firstId }: OpenRange,
): AsyncGenerator<OpenDossier[]> {
  for (let last = after; ; ) {
    const batch = await withTx(pool, { units }, async (tx) => {
      const rows = await tx.statement<{ id: string; code: string; procedure: string; unit: string }>(
        `select id, code, procedure, unit_code as unit from dossiers
         where not is_ended and id > $1 and filed_at < $2 order by id limit ${batchSize}`,
        [last, filedBefore],
      )
      const logs = new Map<string, DossierEvent[]>(rows.map(({ id }) => [id, []]))
      const bodies = await tx.statement<{ dossier_id: string; body: string }>(
        'select dossier_id, body from dossier_events where dossier_id = any($1) order by dossier_id, seq',
        [[...logs.keys()]],
      )
      for (const { dossier_id, body } of bodies) logs.get(dossier_id)?.push(readEvent(body))

      return rows.map((row) => ({ ...row, events: logs.get(row.id) ?? [] }))
    })
    if (batch.length === 0) return
    yield batch
    last = batch.at(-1)?.id ?? last
  }
}

/** How many there are, for a progress bar. */
export async function countOpenDossiers(
  { pool }: Pick<Deps, 'pool'>,
  { units, filedBefore }: OpenRange,
): Promise<number> {
  const [row] = await withTx(pool, { units }, (tx) =>
    tx.statement<{ n: number }>('select count(*)::integer as n from dossiers where not is_ended and filed_at < $1', [
      filedBefore,
    ]),
  )

  return row?.n ?? 0
}
