grant select, insert, update on payments, bank_entries, complaints to desk_app;
grant select, insert on complaint_steps to desk_app;

alter table payments enable row level security;
create policy of_seen_dossier on payments to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

-- A transfer is seen by the unit whose account received it and by the unit of the dossier that it pays. What came to an
-- account of no unit is nobody's yet; the code shows it to the province alone.
alter table bank_entries enable row level security;
create policy of_unit on bank_entries to desk_app using (
  unit_code is null
  or unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
  or exists (select 1 from dossiers d where d.id = dossier_id)
);

-- A complaint stays with the unit that it was made to, also after its dossier moved on.
alter table complaints enable row level security;
create policy of_unit on complaints to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
  or dossier_id = (select nullif(current_setting('app.dossier', true), '')::uuid)
);
create policy reports_read on complaints for select to desk_report using (true);
grant select (id, unit_code, kind, topic, state, received_at, reply_due_at, replied_at, answer_due_at, closed_at, is_satisfied)
  on complaints to desk_report;

alter table complaint_steps enable row level security;
create policy of_seen_complaint on complaint_steps to desk_app
  using (exists (select 1 from complaints c where c.id = complaint_id));
create trigger append_only before update or delete or truncate on complaint_steps
  for each statement execute function desk_refuse_change();
