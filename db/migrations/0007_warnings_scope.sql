-- Warnings are seen with their dossier, their marks with the warning; nothing of either is taken back.
grant select, insert on warnings, warning_marks to desk_app;
grant select (id, dossier_id, kind, level, due_at, at) on warnings to desk_report;

alter table warnings enable row level security;
create policy of_seen_dossier on warnings to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));
create policy reports_read on warnings for select to desk_report using (true);

alter table warning_marks enable row level security;
create policy of_seen_warning on warning_marks to desk_app using (exists (select 1 from warnings w where w.id = warning_id));

-- Outages name no person. What was recorded of them stays, for everyone, their owner too.
grant select, insert on outages to desk_app;
grant select on outages to desk_report;
create function desk_refuse_outage_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was recorded of outages is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on outages
  for each statement execute function desk_refuse_outage_change();
