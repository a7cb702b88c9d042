-- What helps to find a dossier, and the notes of who compares it, are seen with the dossier.
grant select, insert, update on dossier_finds to desk_app;
grant select, insert, update, delete on answer_ticks to desk_app;
grant select, insert, update, delete on saved_filters, desk_presence to desk_app;

alter table dossier_finds enable row level security;
create policy of_seen_dossier on dossier_finds to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

alter table answer_ticks enable row level security;
create policy of_seen_dossier on answer_ticks to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

-- Filters and presence belong to a unit; whose filter it is, is asked in code.
alter table saved_filters enable row level security;
create policy within_scope on saved_filters to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);

alter table desk_presence enable row level security;
create policy within_scope on desk_presence to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);
