-- The line of a unit is seen by that unit; a visit that brought a dossier goes with the dossier, wherever it is moved.
grant select, insert on line_settings to desk_app;
grant select, insert, update on ticket_numbers, tickets, bookings to desk_app;
grant select, insert on ticket_events, ticket_dossiers to desk_app;
grant usage on sequence ticket_events_id_seq to desk_app;
-- For reports: when people came, were called and left; not who served them.
grant select (id, unit_code, day, letter, number, class, state, arrived_at, booked_at, call_by, called_at, served_at, ended_at, counter)
  on tickets to desk_report;

alter table line_settings enable row level security;
create policy within_scope on line_settings to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);

alter table ticket_numbers enable row level security;
create policy within_scope on ticket_numbers to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);

alter table ticket_dossiers enable row level security;
create policy of_seen_dossier on ticket_dossiers to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

alter table tickets enable row level security;
create policy within_scope on tickets to desk_app using (
  case when unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[]) then true
    else exists (select 1 from ticket_dossiers l where l.ticket_id = tickets.id) end
) with check (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);
create policy reports_read on tickets for select to desk_report using (true);

alter table ticket_events enable row level security;
create policy of_seen_ticket on ticket_events to desk_app using (exists (select 1 from tickets t where t.id = ticket_id));

alter table bookings enable row level security;
create policy within_scope on bookings to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);

-- What happened in the waiting room stays as it happened, for everyone, its owner too.
create function desk_refuse_ticket_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of tickets is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on ticket_events
  for each statement execute function desk_refuse_ticket_change();
create trigger append_only before update or delete or truncate on line_settings
  for each statement execute function desk_refuse_ticket_change();
