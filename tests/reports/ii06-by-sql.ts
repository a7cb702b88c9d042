import type pg from 'pg'
import type { Ii06BaseColumn } from '#shared/reports/ii06.ts'

/**
 * Biểu II.06 counted a second time, by SQL over the raw log and the calendar's table alone: nothing of the desk's
 * own clock or reports. It knows at most one pause after acceptance and no change of term, and is given only such.
 */
export async function countBySql(
  client: pg.PoolClient,
  from: Date,
  until: Date,
): Promise<Map<string, Record<Ii06BaseColumn, number>>> {
  const { rows } = await client.query<{ unit: string; received: Ii06BaseColumn; outcome: Ii06BaseColumn; n: number }>(
    statement,
    [from, until],
  )
  const counts = new Map<string, Record<Ii06BaseColumn, number>>()
  for (const { unit, received, outcome, n } of rows) {
    const row = counts.get(unit) ?? { 4: 0, 5: 0, 6: 0, 8: 0, 9: 0, 10: 0, 12: 0, 13: 0 }
    row[received] += n
    row[outcome] += n
    counts.set(unit, row)
  }

  return counts
}

/** The sessions of every working day and three functions of time over them, for this connection only. */
export async function prepareSql(client: pg.PoolClient): Promise<void> {
  await client.query(`
    create temp table session as
    with day as (
      select d::date as day, extract(isodow from d) < 6 as is_weekday,
        (select kind from calendar_entries e where e.date = d::date and e.scope_level = 'nation' order by recorded_at desc, id desc limit 1) as kind
      from generate_series('2026-07-01'::date, '2027-06-30', '1 day') d)
    select day, (day + s.opens) at time zone 'Asia/Ho_Chi_Minh' as opens, (day + s.closes) at time zone 'Asia/Ho_Chi_Minh' as closes
    from day cross join (values (time '07:00', time '11:30'), (time '13:30', time '17:00')) as s (opens, closes)
    where (is_weekday and kind is null) or kind in ('swap_work', 'local_opening');
    create temp table counted as
    select opens, closes, (sum(extract(epoch from closes - opens)) over (order by opens) / 60)::integer as through,
      (extract(epoch from closes - opens) / 60)::integer as length from session;
    create index on counted (opens); create index on counted (through); create index on session (day); analyze counted; analyze session;
    create function pg_temp.passed(t timestamptz) returns integer language sql stable as $$
      select coalesce((select through - length + (extract(epoch from least(t, closes) - opens) / 60)::integer
        from counted where opens <= t order by opens desc limit 1), 0) $$;
    create function pg_temp.minutes(a timestamptz, b timestamptz) returns integer language sql stable as $$
      select greatest(0, pg_temp.passed(b) - pg_temp.passed(a)) $$;
    create function pg_temp.after(a timestamptz, n integer) returns timestamptz language sql stable as $$
      select case when n = 0 then a else (
        select opens + make_interval(mins => pg_temp.passed(a) + n - through + length) from counted
        where through >= pg_temp.passed(a) + n order by through limit 1) end $$;
    create function pg_temp.closing(d date) returns timestamptz language sql stable as $$
      select max(closes) from session where day = (select min(day) from session where day >= d) $$;
    create function pg_temp.due(acc timestamptz, kind text, n integer, paused_from timestamptz, paused_to timestamptz, at timestamptz)
    returns timestamptz language sql stable as $$
      select case when kind = 'immediate' then acc
        when kind = 'working_minute' then pg_temp.after(acc, n + p)
        when p = 0 then base
        else pg_temp.closing((pg_temp.after(base, p) at time zone 'Asia/Ho_Chi_Minh')::date) end
      from (select base, case when paused_from is null or paused_from > base or paused_from >= at then 0
          else pg_temp.minutes(greatest(paused_from, acc), least(coalesce(paused_to, at), at)) end as p
        from (select case kind
            when 'working_day' then (select pg_temp.closing(day) from (select distinct day from session) w
              where day > (acc at time zone 'Asia/Ho_Chi_Minh')::date order by day offset n - 1 limit 1)
            when 'calendar_day' then pg_temp.closing((acc at time zone 'Asia/Ho_Chi_Minh')::date + n)
            when 'working_minute' then pg_temp.after(acc, n)
            else acc end as base) b) q $$`)
}

const statement = `
with ev as (
  select dossier_id as id, seq, action, date_trunc('minute', occurred_at) as at, body::jsonb -> 'data' as d
  from dossier_events where occurred_at < $2),
acc as (
  select id, seq, at, d -> 'term' ->> 'unit' as kind, (d -> 'term' ->> 'value')::integer as n from ev where action = 'accept'),
fin as (select distinct on (id) id, seq, at, action from ev where action in ('resolve', 'refuse', 'withdraw') order by id, seq),
channel as (select id, d ->> 'channel' as channel from ev where action = 'submit'),
pause as (
  select distinct on (r.id) r.id, r.at as paused_from, (select min(a.at) from ev a where a.id = r.id and a.seq > r.seq and a.action = 'answer_supplement') as paused_to
  from ev r join acc using (id) where r.action = 'request_supplement' and r.seq > acc.seq order by r.id, r.seq),
-- Every unit that had it, from the minute it came; a transfer to oneself is none.
came as (
  select ev.id, ev.seq, ev.at, coalesce(d ->> 'to', d ->> 'unit') as unit,
    lag(coalesce(d ->> 'to', d ->> 'unit')) over (partition by ev.id order by ev.seq) as before
  from ev left join fin using (id) where ev.action in ('submit', 'transfer') and (fin.seq is null or ev.seq < fin.seq)),
moved as (select * from came where before is distinct from unit),
held as (
  select m.id, m.unit, greatest(m.at, acc.at) as since, g.at as given_at
  from moved m join acc using (id)
  left join lateral (select at from moved g where g.id = m.id and g.seq > m.seq order by g.seq limit 1) g on true
  where not exists (select 1 from moved g where g.id = m.id and g.seq > m.seq and g.seq < acc.seq)
  union all
  select acc.id, 'all', acc.at, null from acc),
judged as (
  select held.unit, channel, held.since, coalesce(given_at, fin.at) as ended, given_at is not null as is_given, fin.action,
    pg_temp.due(acc.at, acc.kind, acc.n, paused_from, paused_to, coalesce(given_at, fin.at, $2)) as due
  from held join acc using (id) join channel using (id) left join fin using (id) left join pause using (id))
select unit,
  case when since < $1 then '6' when channel = 'online' then '4' else '5' end as received,
  case when ended is null then case when $2 > due then '13' else '12' end
    when ended > due then '10'
    when not is_given and action = 'resolve'
      and (ended at time zone 'Asia/Ho_Chi_Minh')::date < (due at time zone 'Asia/Ho_Chi_Minh')::date then '8'
    else '9' end as outcome,
  count(*)::integer as n
from judged where ended is null or ended >= $1 group by 1, 2, 3`
