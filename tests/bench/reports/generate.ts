import type pg from 'pg'
import { procedureCodes } from '#shared/catalogue/types.ts'
import type { BenchDesk } from '../bench-desk.ts'

const batch = 100_000
const officersEach = 4

/**
 * Grows a province's year to so many dossiers, by SQL: each with its chained log of filing, acceptance and, but for the
 * last days and one in a thousand that was forgotten, decision and hand-over; with what its steps would have stored, and
 * its facts. The rollup is then made from the facts as `desk rollups rebuild` does. Dates are plausible and not the
 * clock's own: nothing here verifies.
 */
export async function growTo(desk: BenchDesk, from: number, to: number): Promise<void> {
  const indexes = await dropIndexes(desk.admin)
  const client = await desk.admin.connect()
  try {
    // Neither foreign keys nor the line of the reports: a hundred thousand rows at a time are known to fit.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    for (let first = from; first < to; first += batch)
      await client.query(generate, [first, Math.min(first + batch, to), desk.units, procedureCodes, officersEach])
    await client.query('delete from sla_cells')
    await client.query('insert into sla_cells select * from sla_cells_of_facts')
  } finally {
    await client.query('reset session_replication_role; reset synchronous_commit; reset work_mem')
    client.release()
  }
  for (const definition of indexes) await desk.admin.query(definition)
  await desk.admin.query('vacuum analyze')
  // What so many rows at once left to be written is not a day's work of the desk.
  await desk.admin.query('checkpoint')
}

/** Indexes that no constraint needs are built once at the end instead of row by row. */
async function dropIndexes(admin: pg.Pool): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid in ('dossiers'::regclass, 'dossier_events'::regclass, 'sla_facts'::regclass)
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  )
  for (const { name } of rows) await admin.query(`drop index ${name}`)

  return rows.map(({ definition }) => definition)
}

const link = (before: string, body: string) => `sha256(${before} || convert_to(${body}, 'UTF8'))`

/** One event's exact bytes, as the desk writes them. */
const bodyOf = (seq: number, action: string, at: string, actor: string, data: string) =>
  `json_build_object('v', 1, 'dossier', id, 'seq', ${seq}, 'action', '${action}', 'unit', unit, 'occurredAt', desk_iso(${at}),
    'recordedAt', desk_iso(${at}), 'actor', ${actor}, 'data', ${data})::text`

const staff = `json_build_object('kind', 'staff', 'accountId', officer, 'name', 'Cán bộ', 'role', 'officer', 'unit', unit)`
/** Keeps PostgreSQL from pulling an expression up into each of its uses and computing it there again. */
const once = 'offset 0'

/** `$1` and `$2` are the first number and the one after the last, `$3` units, `$4` procedures, `$5` officers of a unit. */
const generate = `
  with drawn as materialized (
    select n, now() - random() * interval '364 days' as filed_at, ($3::text[])[1 + floor(random() * cardinality($3::text[]))::integer] as unit,
      ($4::text[])[1 + floor(random() * cardinality($4::text[]))::integer] as procedure, random() as by_channel, random() as by_state,
      floor(random() * $5::integer)::integer as nth, (60 * exp(random() * 3.9))::integer as minutes
    from generate_series($1::integer, $2::integer - 1) n),
  lives as materialized (
    select d.*, uuidv7(filed_at - now()) as id, 'gen-' || n as code,
      case when by_channel < 0.6 then 'online' when by_channel < 0.96 then 'counter' else 'post' end as channel,
      by_state < 0.999 and filed_at + interval '2 hours' + make_interval(mins => minutes * 3) < now() as is_ended, filed_at + interval '2 hours' as accepted_at,
      filed_at + interval '2 hours' + make_interval(mins => minutes * 3) as ended_at,
      (case when minutes > 1440 then 'late' when minutes > 960 then 'on_time' else 'early' end) as verdict,
      (substr(md5(unit || nth), 1, 8) || '-0000-4000-8000-000000000000')::uuid as officer,
      case when random() < 0.03 then 2 when random() < 0.1 then 1 else 0 end as supplements
    from drawn d),
  bodies as materialized (
    select l.*, b1, b2, b3, b4, h1, h2, h3, h4 from lives l
    cross join lateral (select
      ${bodyOf(1, 'submit', 'filed_at', `json_build_object('kind', 'resident')`, `json_build_object('code', code, 'procedure', procedure, 'procedureVersion', '1', 'variant', null, 'channel', channel, 'unit', unit, 'routing', json_build_object('rule', 'place', 'facts', json_build_object()), 'answersSha256', '', 'papers', json_build_array(), 'typedBy', null)`)} as b1,
      ${bodyOf(2, 'accept', 'accepted_at', staff, `json_build_object('term', json_build_object('unit', 'working_day', 'value', 3), 'procedureVersion', '1', 'variant', null)`)} as b2,
      ${bodyOf(3, 'resolve', 'ended_at', staff, `json_build_object('resultNumber', null, 'resultForms', json_build_array(), 'note', null)`)} as b3,
      ${bodyOf(4, 'hand_over', 'ended_at', staff, `json_build_object('method', 'electronic', 'receivedBy', null)`)} as b4 ${once}) b
    cross join lateral (select ${link(`''::bytea`, 'b1')} as h1 ${once}) c1 cross join lateral (select ${link('h1', 'b2')} as h2 ${once}) c2
    cross join lateral (select ${link('h2', 'b3')} as h3 ${once}) c3 cross join lateral (select ${link('h3', 'b4')} as h4 ${once}) c4),
  stored as (
    insert into dossiers (id, code, procedure, procedure_version, variant, channel, unit_code, state, version, delivered_at, last_seq, last_hash,
      last_at, applicant_name, routing, fee, holder_id, holder_name, tracking_hash, filed_at, accepted_at, ended_at, reception_due_at, due_at,
      next_due_at, due_soon_at, is_ended, supplements, verdict, working_minutes)
    select id, code, procedure, '1', null, channel, unit, case when is_ended then 'returned' else 'accepted' end, 2, filed_at,
      case when is_ended then 4 else 2 end, case when is_ended then h4 else h2 end, case when is_ended then ended_at else accepted_at end,
      'Nguyễn Văn ' || chr(65 + n % 26), '[{"rule":"place","facts":{}}]', 0, case when not is_ended then officer end,
      case when not is_ended then 'Cán bộ' end, h1, filed_at, accepted_at, case when is_ended then ended_at end,
      filed_at + interval '1 day', accepted_at + interval '3 days', accepted_at + interval '3 days',
      case when not is_ended then accepted_at + interval '2 days' end, is_ended, supplements, case when is_ended then verdict end,
      case when is_ended then minutes end
    from bodies),
  logged as (
    insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
    select b.id, e.seq, e.action, b.unit, e.at, e.at, e.body, e.hash from bodies b
    cross join lateral (values (1, 'submit', filed_at, b1, h1), (2, 'accept', accepted_at, b2, h2),
      (3, 'resolve', ended_at, b3, h3), (4, 'hand_over', ended_at, b4, h4)) e (seq, action, at, body, hash)
    where is_ended or e.seq < 3)
  insert into sla_facts (dossier_id, edition, unit_code, procedure, channel, officer_id, filed_at, is_accepted, is_ended, verdict,
    is_late_on_arrival, supplements, is_extended, working_minutes, office_minutes, resident_minutes, agency_minutes, system_minutes)
  select id, '2025-07', unit, procedure, channel, officer, filed_at, true, is_ended, case when is_ended then verdict end, false, supplements, false,
    case when is_ended then minutes end, case when is_ended then minutes + 120 else 0 end, case when is_ended then supplements * 300 else 0 end, 0, 0
  from bodies`
