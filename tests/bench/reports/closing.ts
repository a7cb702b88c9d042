import type pg from 'pg'
import type { BenchDesk } from '../bench-desk.ts'
import type { DatabaseLoader, Statement } from '../database-load.ts'
import { inTurns, percentile, type Result, sampleOf } from '../sample.ts'

const connections = 16
const lookEveryMs = 50

/**
 * The head's signature as the database sees it, with the rollup kept and without: event and dossier in one transaction.
 * The route itself makes documents besides, which would hide any difference. Then, at a tenth of that speed, how far the
 * reports stay behind.
 */
export async function measureClosing(
  desk: BenchDesk,
  loader: DatabaseLoader,
  { rounds, seconds, say }: { rounds: number; seconds: number; say: (message: string) => void },
): Promise<Result[]> {
  const open = await numberOpen(desk.admin)
  const each = Math.floor(open / (2 * rounds + 2) / connections)
  if (each < 20) throw new Error(`only ${open} open dossiers to close: generate more`)
  const close = () => loader.load({ url: desk.database.ownerUrl, connections, statements: closing }, { each })
  await using _workers = await desk.startWorkers()

  const { limits, desks } = await inTurns(
    rounds,
    async () => {
      await countedAll(desk.admin)
      await desk.admin.query('alter table dossier_events disable trigger tells_reports')
      try {
        return await close()
      } finally {
        await desk.admin.query('alter table dossier_events enable trigger tells_reports')
      }
    },
    close,
  )
  await countedAll(desk.admin)
  const pace = sampleOf(limits).median / 10
  const lag = await lagWhileClosing(desk.admin, pace, Math.min(seconds * 2, (each * connections) / pace))
  say(`closing at ${Math.round(pace)} a second, reports were at most ${Math.round(lag.at(-1) ?? 0)} ms behind`)

  return [
    {
      row: 9,
      work: 'closing with the rollup kept',
      unit: 'a second',
      limit: { name: 'without it', sample: sampleOf(limits) },
      desk: sampleOf(desks),
      reach: { value: 0.9, better: 'more' },
    },
    {
      row: 9,
      work: `lag of the report behind commits, p99, at ${Math.round(pace)} a second`,
      unit: 's',
      desk: sampleOf([percentile(lag, 0.99) / 1000]),
      reach: { value: 5, better: 'less' },
    },
  ]
}

/** Gives the open dossiers numbers, so that each is closed once and no two connections want the same. */
async function numberOpen(admin: pg.Pool): Promise<number> {
  await admin.query(`
    drop table if exists bench_open;
    create table bench_open as select row_number() over (order by random()) as n, id from dossiers where not is_ended and state = 'accepted' and code like 'gen-%';
    create unique index on bench_open (n);
    analyze bench_open;
    drop sequence if exists bench_closed;
    create sequence bench_closed;
    grant select on bench_open to desk_owner;
    grant usage on sequence bench_closed to desk_owner`)
  const { rows } = await admin.query<{ n: number }>('select count(*)::integer as n from bench_open')

  return rows[0]?.n ?? 0
}

const next = `select id from bench_open where n = (select nextval('bench_closed'))`
const signature = `json_build_object('v', 1, 'dossier', d.id, 'seq', d.last_seq + 1, 'action', 'resolve', 'unit', d.unit_code,
  'occurredAt', desk_iso(now()), 'recordedAt', desk_iso(now()), 'actor', json_build_object('kind', 'system', 'part', 'bench'),
  'data', json_build_object('resultNumber', null, 'resultForms', json_build_array(), 'note', null))::text`
/** One statement: the event chained to the last, and the dossier as it then is. */
const closeOne = `with d as materialized (select * from dossiers where id = (${next}) for update),
  b as materialized (select d.id, ${signature} as body from d),
  e as (insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
    select d.id, d.last_seq + 1, 'resolve', d.unit_code, now(), now(), b.body, sha256(d.last_hash || convert_to(b.body, 'UTF8')) from d join b using (id) returning dossier_id, seq, hash)
  update dossiers t set state = 'resolved', is_ended = true, ended_at = now(), last_seq = e.seq, last_hash = e.hash, last_at = now(),
    holder_id = null, holder_name = null, version = version + 1, verdict = 'early', working_minutes = 480 from e where t.id = e.dossier_id`
const closing: Statement[] = [{ sql: closeOne }]

async function countedAll(admin: pg.Pool): Promise<void> {
  while ((await behindMs(admin)) > 0) await new Promise((resume) => setTimeout(resume, lookEveryMs))
}

async function behindMs(admin: pg.Pool): Promise<number> {
  const { rows } = await admin.query<{ ms: number }>(
    `select coalesce(extract(epoch from clock_timestamp() - min(at)) * 1000, 0)::float as ms from sla_pending`,
  )

  return rows[0]?.ms ?? 0
}

/** Closes so many a second and looks twenty times a second how old the oldest uncounted event is; sorted milliseconds. */
async function lagWhileClosing(admin: pg.Pool, perSecond: number, seconds: number): Promise<number[]> {
  const lags: number[] = []
  const start = performance.now()
  let closed = 0
  for (let elapsed = 0; elapsed < seconds * 1000; elapsed = performance.now() - start) {
    const due = Math.floor((elapsed / 1000) * perSecond)
    for (; closed < due; closed += 1) await admin.query(closeOne)
    lags.push(await behindMs(admin))
    await new Promise((resume) => setTimeout(resume, lookEveryMs))
  }

  return lags.sort((a, b) => a - b)
}
