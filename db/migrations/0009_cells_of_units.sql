-- Each commune's procedures and channels together, added up from the cells that are there.
with fine as (select 'unit_' || grain as whole, c.* from sla_cells c where grain in ('day', 'month')),
  buckets as (
    select whole, starts_on, edition, unit_code, t.bucket, sum(t.count)::integer as count
    from fine cross join unnest(time_buckets, time_counts) as t (bucket, count) group by 1, 2, 3, 4, 5),
  times as (
    select whole, starts_on, edition, unit_code, array_agg(bucket order by bucket) as time_buckets, array_agg(count order by bucket) as time_counts
    from buckets group by 1, 2, 3, 4),
  sums as (
    select whole, starts_on, edition, unit_code, sum(received) as received, sum(accepted) as accepted, sum(ended) as ended,
      sum(early) as early, sum(on_time) as on_time, sum(late) as late, sum(late_on_arrival) as late_on_arrival,
      sum(second_supplements) as second_supplements, sum(extended) as extended, sum(office_minutes) as office_minutes,
      sum(resident_minutes) as resident_minutes, sum(agency_minutes) as agency_minutes, sum(system_minutes) as system_minutes
    from fine group by 1, 2, 3, 4)
insert into sla_cells (grain, starts_on, edition, unit_code, procedure, channel, received, accepted, ended, early, on_time, late,
  late_on_arrival, second_supplements, extended, office_minutes, resident_minutes, agency_minutes, system_minutes, time_buckets, time_counts)
select whole, starts_on, edition, unit_code, 'all', 'all', received, accepted, ended, early, on_time, late, late_on_arrival,
  second_supplements, extended, office_minutes, resident_minutes, agency_minutes, system_minutes,
  coalesce(time_buckets, '{}'), coalesce(time_counts, '{}')
from sums left join times using (whole, starts_on, edition, unit_code);
