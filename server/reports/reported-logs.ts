import type { Pool } from 'pg'
import type { Channel, DossierEvent } from '#shared/dossiers/events.ts'

/** One dossier with the part of its log that reports may read: time, place and figures, no words of people. */
export interface LoggedDossier {
  id: string
  code: string
  procedure: string
  procedureVersion: string
  channel: Channel
  fee: number
  filedAt: Date
  log: DossierEvent[]
}

export interface LogFilter {
  /** Codes of the log, or null for the whole province. */
  units: readonly string[] | null
  from: Date
  until: Date
  /** Only these dossiers. */
  ids?: readonly string[]
}

interface Row {
  id: string
  code: string
  procedure: string
  procedure_version: string
  channel: Channel
  fee: number
  filed_at: Date
  log: { seq: number; action: DossierEvent['action']; at: number; recorded: number; data: object }[]
}

const batchSize = 1_000

/** Filed before the period's end and not ended before its beginning: what may have a part in it. */
const touching = `d.filed_at < $2 and (d.ended_at is null or d.ended_at >= $1)
  and ($3::text[] is null or d.unit_code = any ($3)
    or d.id in (select dossier_id from dossier_events where action = 'transfer' and unit_code = any ($3)))
  and ($4::uuid[] is null or d.id = any ($4))`

const parameters = ({ units, from, until, ids }: LogFilter) => [from, until, units && [...units], ids ? [...ids] : null]

/** How many dossiers a report must read. */
export async function countLogs(pool: Pool, filter: LogFilter): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::integer as n from dossiers d where ${touching}`,
    parameters(filter),
  )

  return rows[0]?.n ?? 0
}

/**
 * The logs of the dossiers that a period touches, a thousand at a time, so that memory stays bounded and other
 * requests get their turn in between.
 */
export async function* reportedLogs(pool: Pool, filter: LogFilter): AsyncGenerator<LoggedDossier[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await pool.query<Row>(
      `select d.id, d.code, d.procedure, d.procedure_version, d.channel, d.fee, d.filed_at, e.log
       from (select * from (select id, code, procedure, procedure_version, channel, fee, filed_at from dossiers d
               where ${touching} and d.id > $5) t order by id limit ${batchSize}) d
       cross join lateral (
         select json_agg(json_build_object('seq', f.seq, 'action', f.action, 'at', (extract(epoch from f.occurred_at) * 1000)::bigint,
           'recorded', (extract(epoch from f.recorded_at) * 1000)::bigint, 'data', f.data) order by f.seq) as log
         from event_facts f where f.dossier_id = d.id and f.action not in ('deliver', 'claim', 'release', 'warn')
       ) e order by d.id`,
      [...parameters(filter), after],
    )
    yield rows.map(toLogged)
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    after = last.id
  }
}

/** The events as the clock reads them; what only people read is not among the facts and is never asked for here. */
function toLogged(row: Row): LoggedDossier {
  return {
    id: row.id,
    code: row.code,
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    channel: row.channel,
    fee: row.fee,
    filedAt: row.filed_at,
    log: row.log.map(
      ({ seq, action, at, recorded, data }) =>
        ({
          seq,
          action,
          actor: { kind: 'system', part: 'reports' },
          occurredAt: new Date(at),
          recordedAt: new Date(recorded),
          data,
        }) as DossierEvent,
    ),
  }
}
