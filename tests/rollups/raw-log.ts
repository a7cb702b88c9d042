import type pg from 'pg'

/**
 * The reports' figures a second time, from nothing but the log and the calendar, in SQL: working sessions are a table,
 * working time is an overlap with it, and a due date is the closing time of a row of it. It shares no line with the
 * desk's own clock. Made for the logs of `simulated-year.ts`: terms of three working days, at most one pause after
 * acceptance, no waits that overlap.
 */
export async function readRawLog(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create temporary table open_days as
    select day::date from generate_series(date '2023-01-01', date '2027-03-01', interval '1 day') day
    where case
      when exists (select from calendar_entries c where c.date = day::date and c.kind in ('holiday', 'makeup', 'swap_off')) then false
      when exists (select from calendar_entries c where c.date = day::date and c.kind = 'swap_work') then true
      else extract(isodow from day) < 6 end;

    create temporary table open_hours as
    select day, (day + opens) at time zone 'Asia/Ho_Chi_Minh' as opens, (day + closes) at time zone 'Asia/Ho_Chi_Minh' as closes
    from open_days, (values (time '07:00', time '11:30'), (time '13:30', time '17:00')) s (opens, closes);
    create index on open_hours (opens);
    analyze open_hours;

    create function pg_temp.worked(since timestamptz, until timestamptz) returns integer language sql as $$
      select coalesce(sum(extract(epoch from least(until, closes) - greatest(since, opens)) / 60), 0)::integer
      from open_hours where opens < until and closes > since $$;
    create function pg_temp.closing(on_day date) returns timestamptz language sql as $$
      select max(closes) from open_hours where day = on_day $$;

    create temporary table steps as
    select dossier_id, seq, body::jsonb ->> 'action' as action,
      date_trunc('minute', (body::jsonb ->> 'occurredAt')::timestamptz) as at, body::jsonb -> 'data' as data from dossier_events;
    create index on steps (dossier_id, seq);

    create temporary table lives as
    select s.dossier_id, (select (e.body::jsonb ->> 'occurredAt')::timestamptz from dossier_events e where e.dossier_id = s.dossier_id and e.seq = 1) as filed_at,
      s.at as filed, s.data ->> 'procedure' as procedure, s.data ->> 'channel' as channel,
      coalesce((select t.data ->> 'to' from steps t where t.dossier_id = s.dossier_id and t.action = 'transfer' order by seq desc limit 1), s.data ->> 'unit') as unit_code,
      (select max(t.at) from steps t where t.dossier_id = s.dossier_id and t.action = 'transfer') as transferred,
      (select t.at from steps t where t.dossier_id = s.dossier_id and t.action = 'accept') as accepted,
      (select min(t.at) from steps t where t.dossier_id = s.dossier_id and t.action in ('resolve', 'refuse', 'withdraw')) as ended,
      (select count(*) from steps t where t.dossier_id = s.dossier_id and t.action = 'request_supplement') as supplements,
      exists (select from steps t where t.dossier_id = s.dossier_id and t.action = 'extend') as is_extended
    from steps s where s.action = 'submit';

    create temporary table waits as
    select o.dossier_id, o.action, o.at as since, coalesce(
      (select min(c.at) from steps c where c.dossier_id = o.dossier_id and c.seq > o.seq
        and c.action in ('answer_supplement', 'end_agency_check', 'resolve', 'refuse', 'withdraw')), 'infinity') as until
    from steps o where o.action in ('request_supplement', 'begin_agency_check');

    create temporary table dues as
    select l.dossier_id, base, paused, case when coalesce(paused, 0) = 0 then base else
      (select pg_temp.closing(d.day) from open_days d where d.day >= (base at time zone 'Asia/Ho_Chi_Minh')::date
        and pg_temp.worked(base, pg_temp.closing(d.day)) >= paused order by d.day limit 1) end as due
    from lives l
    cross join lateral (select pg_temp.closing(day) as base from open_days
      where day > (l.accepted at time zone 'Asia/Ho_Chi_Minh')::date order by day offset 2 limit 1) b
    left join lateral (select pg_temp.worked(w.since, least(w.until, l.ended)) as paused from waits w
      where w.dossier_id = l.dossier_id and w.action = 'request_supplement' and w.since >= l.accepted and w.since <= base) p on true
    where l.accepted is not null and l.ended is not null;

    create temporary table raw as
    select l.dossier_id, l.filed_at, l.unit_code, l.procedure, l.channel, l.accepted is not null as is_accepted, l.ended is not null as is_ended,
      case when d.due is null then null when l.ended > d.due then 'late'
        when (l.ended at time zone 'Asia/Ho_Chi_Minh')::date < (d.due at time zone 'Asia/Ho_Chi_Minh')::date then 'early' else 'on_time' end as verdict,
      coalesce(l.ended > d.due and l.transferred > d.due + interval '1 minute', false) as is_late_on_arrival,
      l.supplements, l.is_extended,
      case when d.due is not null then pg_temp.worked(l.accepted, l.ended) - coalesce((select sum(pg_temp.worked(w.since, least(w.until, l.ended)))
        from waits w where w.dossier_id = l.dossier_id and w.action = 'request_supplement' and w.since >= l.accepted), 0) end as working_minutes,
      case when l.ended is null then 0 else pg_temp.worked(l.filed, l.ended) end as all_minutes,
      coalesce((select sum(pg_temp.worked(w.since, least(w.until, l.ended))) from waits w
        where w.dossier_id = l.dossier_id and w.action = 'request_supplement' and l.ended is not null), 0) as resident_minutes,
      coalesce((select sum(pg_temp.worked(w.since, least(w.until, l.ended))) from waits w
        where w.dossier_id = l.dossier_id and w.action = 'begin_agency_check' and l.ended is not null), 0) as agency_minutes
    from lives l left join dues d using (dossier_id)`)
}

export interface RawFigures {
  key: string
  received: number
  accepted: number
  ended: number
  early: number
  onTime: number
  late: number
  lateOnArrival: number
  secondSupplements: number
  extended: number
  officeMinutes: number
  residentMinutes: number
  agencyMinutes: number
  systemMinutes: number
  /** Exact, by nearest rank. */
  median: number | null
  p90: number | null
}

/** What `readRawLog` found of a period, by any expression; `where` may narrow it. */
export async function rawFigures(
  client: pg.ClientBase,
  { from, to }: { from: string; to: string },
  by: string,
  where = 'true',
): Promise<RawFigures[]> {
  const percentile = (p: number) =>
    `percentile_disc(${p}) within group (order by working_minutes) filter (where working_minutes is not null)::integer`
  const { rows } = await client.query<RawFigures>(
    `select ${by} as key, count(*)::integer as received, count(*) filter (where is_accepted)::integer as accepted,
       count(*) filter (where is_ended)::integer as ended, count(*) filter (where verdict = 'early')::integer as early,
       count(*) filter (where verdict = 'on_time')::integer as "onTime", count(*) filter (where verdict = 'late')::integer as late,
       count(*) filter (where is_late_on_arrival)::integer as "lateOnArrival",
       count(*) filter (where supplements > 1)::integer as "secondSupplements", count(*) filter (where is_extended)::integer as extended,
       sum(all_minutes - resident_minutes - agency_minutes)::integer as "officeMinutes",
       sum(resident_minutes)::integer as "residentMinutes", sum(agency_minutes)::integer as "agencyMinutes", 0 as "systemMinutes",
       ${percentile(0.5)} as median, ${percentile(0.9)} as p90
     from raw where (filed_at at time zone 'Asia/Ho_Chi_Minh')::date between $1 and $2 and ${where} group by 1 order by 1`,
    [from, to],
  )

  return rows
}
