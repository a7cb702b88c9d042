-- The bucket of a working time, as `bucketOf` of shared/reports/buckets.ts has it (a test holds the two together).
create or replace function desk_time_bucket(minutes integer) returns smallint
language sql immutable strict parallel safe
return case when minutes <= 0 then 0 else ceil(ln(minutes::double precision) / ln(1.1::double precision)) + 1 end::smallint;

-- The rollup computed at once from the facts: what `desk rollups rebuild` stores and `desk verify` compares with.
-- `unit_day` and `unit_month` are cells of a unit's procedures and channels together.
-- The feeder goes another way, adding and taking away dossier by dossier, so that the two prove each other.
create or replace view sla_cells_of_facts as
with counted as (
  select g.grain, date_trunc(g.period, f.filed_at at time zone 'Asia/Ho_Chi_Minh')::date as starts_on, f.edition, f.unit_code,
    coalesce(g.together, f.procedure) as procedure, coalesce(g.together, f.channel) as channel, desk_time_bucket(f.working_minutes) as bucket,
    count(*) as received,
    count(*) filter (where f.is_accepted) as accepted,
    count(*) filter (where f.is_ended) as ended,
    count(*) filter (where f.verdict = 'early') as early,
    count(*) filter (where f.verdict = 'on_time') as on_time,
    count(*) filter (where f.verdict = 'late') as late,
    count(*) filter (where f.is_late_on_arrival) as late_on_arrival,
    count(*) filter (where f.supplements > 1) as second_supplements,
    count(*) filter (where f.is_extended) as extended,
    sum(f.office_minutes) as office_minutes,
    sum(f.resident_minutes) as resident_minutes,
    sum(f.agency_minutes) as agency_minutes,
    sum(f.system_minutes) as system_minutes
  from sla_facts f
  cross join (values ('day', 'day', null), ('month', 'month', null), ('unit_day', 'day', 'all'), ('unit_month', 'month', 'all'))
    as g (grain, period, together)
  group by 1, 2, 3, 4, 5, 6, 7
)
select grain, starts_on, edition, unit_code, procedure, channel,
  sum(received)::integer as received, sum(accepted)::integer as accepted, sum(ended)::integer as ended,
  sum(early)::integer as early, sum(on_time)::integer as on_time, sum(late)::integer as late,
  sum(late_on_arrival)::integer as late_on_arrival, sum(second_supplements)::integer as second_supplements,
  sum(extended)::integer as extended,
  sum(office_minutes)::bigint as office_minutes, sum(resident_minutes)::bigint as resident_minutes,
  sum(agency_minutes)::bigint as agency_minutes, sum(system_minutes)::bigint as system_minutes,
  coalesce(array_agg(bucket order by bucket) filter (where bucket is not null), '{}') as time_buckets,
  coalesce(array_agg(received::integer order by bucket) filter (where bucket is not null), '{}') as time_counts
from counted
group by 1, 2, 3, 4, 5, 6;

grant execute on function desk_time_bucket to desk_app, desk_report;
grant select on sla_cells_of_facts to desk_app;
