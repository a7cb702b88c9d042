-- Who may touch what (DECISIONS in db/README.md). desk_app serves people and is bound by row-level security;
-- desk_report reads across communes and sees no personal data; desk_owner migrates and owns, and nobody else does.

grant usage on schema public to desk_app, desk_report;

grant select on procedure_versions, units, unit_successors, calendar_entries, calendar_years, demo_clock to desk_app, desk_report;
grant insert, update on demo_clock to desk_app;

grant select, update on accounts to desk_app;
grant select on postings to desk_app;
grant select, insert, update, delete on sessions to desk_app;
grant select, insert on access_log to desk_app;

grant select, insert, update on dossiers, documents, document_numbers, ratings to desk_app;
grant select, insert on dossier_events, dossier_answers, papers to desk_app;
grant select, insert, update, delete on dossier_people to desk_app;
grant select, insert, update, delete on uploads to desk_app;
grant select, insert, update, delete on outbox, inbox, idempotency_keys to desk_app;
grant usage on all sequences in schema public to desk_app;

-- Reports: what the log and its cache say about time and place, and nothing that names a person.
grant select (id, code, procedure, procedure_version, variant, channel, unit_code, state, version, fee, filed_at, accepted_at,
  ended_at, reception_due_at, due_at, next_due_at, due_soon_at, is_ended, supplements, verdict, working_minutes, delivered_at, last_seq)
  on dossiers to desk_report;
grant select (dossier_id, seq, action, unit_code, occurred_at, recorded_at) on dossier_events to desk_report;
grant select (dossier_id, score, at) on ratings to desk_report;
-- By its hash alone: the sweeper of uploads must know which stored files are documents of any commune.
grant select (sha256) on documents to desk_report;

-- Dossiers are seen by the communes of today's posting, or one at a time by whoever proved its tracking key.
-- The sub-selects run once per statement. Unset settings show nothing.
alter table dossiers enable row level security;
create policy within_scope on dossiers to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
  or id = (select nullif(current_setting('app.dossier', true), '')::uuid)
);
create policy reports_read on dossiers for select to desk_report using (true);

alter table dossier_events enable row level security;
create policy of_seen_dossier on dossier_events to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));
create policy reports_read on dossier_events for select to desk_report using (true);

alter table dossier_answers enable row level security;
create policy of_seen_dossier on dossier_answers to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

alter table dossier_people enable row level security;
create policy of_seen_dossier on dossier_people to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

alter table documents enable row level security;
create policy of_seen_dossier on documents to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));
create policy reports_read on documents for select to desk_report using (true);

alter table papers enable row level security;
create policy of_seen_dossier on papers to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

alter table ratings enable row level security;
create policy of_seen_dossier on ratings to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));
create policy reports_read on ratings for select to desk_report using (true);

alter table access_log enable row level security;
create policy of_seen_dossier on access_log to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

-- The log is append-only for everyone, its owner too.
create function desk_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of dossiers is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on dossier_events
  for each statement execute function desk_refuse_change();

-- Dossier codes carry six digits; processes take them in blocks of fifty, so that no row is hot. Gaps are fine.
create sequence dossier_numbers as integer minvalue 0 maxvalue 999950 start 100000 increment by 50 cycle;
grant usage on sequence dossier_numbers to desk_app;
