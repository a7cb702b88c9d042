-- The administrator's account works as desk_app like everybody; who may keep the calendar is decided by the policy.
grant insert on calendar_entries to desk_app;
grant insert, update on calendar_years to desk_app;
grant select, insert, update on calendar_changes to desk_app;

-- A correction is a new entry that supersedes: nothing that was recorded about a day is edited, by nobody.
create function desk_refuse_calendar_change() returns trigger language plpgsql as $$
begin
  raise exception 'the calendar is append-only: record an entry that supersedes' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on calendar_entries
  for each statement execute function desk_refuse_calendar_change();
