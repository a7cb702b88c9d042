-- What reports read of the log: time, place and the figures that rules depend on. No name, no message, no reason in
-- words. A view of the owner's, so that desk_report needs no right on the bodies themselves.
create view event_facts as
select dossier_id, seq, action, unit_code, occurred_at, recorded_at,
  jsonb_strip_nulls(jsonb_build_object(
    'unit', case when action in ('submit', 'deliver') then data -> 'unit' end,
    'channel', data -> 'channel',
    'variant', data -> 'variant',
    'papers', case when action in ('submit', 'answer_supplement')
      then (select coalesce(jsonb_agg(jsonb_build_object('id', p -> 'id', 'kind', p -> 'kind')), '[]') from jsonb_array_elements(data -> 'papers') p) end,
    'term', data -> 'term',
    'from', data -> 'from',
    'to', data -> 'to',
    'newDueAt', data -> 'newDueAt',
    'sentLate', data -> 'sentLate',
    'amount', data -> 'amount',
    'method', case when action = 'record_payment' then data -> 'method' end,
    'resultForms', data -> 'resultForms',
    'outcome', data -> 'outcome',
    'score', data -> 'score',
    'reason', case when action = 'withdraw' and data ->> 'reason' ~* 'trùng' then 'trùng' end
  )) as data
from dossier_events;
grant select on event_facts to desk_report;

-- Those few events that were recorded after they occurred: they alone can contradict a sealed report.
create index dossier_events_late on dossier_events (recorded_at) where recorded_at > occurred_at;
-- Dossiers that a unit gave away, for its own report.
create index dossier_events_given on dossier_events (unit_code, dossier_id) where action = 'transfer';

grant select, insert on report_seals, report_corrections to desk_app;
grant select on report_seals, report_corrections to desk_report;
grant select, insert, update on export_jobs to desk_app;

-- A sealed report and its corrections are for ever, for everyone, their owner too.
create function desk_refuse_report_change() returns trigger language plpgsql as $$
begin
  raise exception 'a sealed report is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger sealed before update or delete or truncate on report_seals
  for each statement execute function desk_refuse_report_change();
create trigger append_only before update or delete or truncate on report_corrections
  for each statement execute function desk_refuse_report_change();
