-- Who may touch what of the tables that 0003 made, as 0002 says it of the first ones (DECISIONS in db/README.md).

-- Of two conditions joined by OR, each with an index, the planner reads both indexes and then sorts the whole queue of
-- a commune for its first fifty rows. A CASE has no index of its own: the query's order is kept, and this filters.
alter policy within_scope on dossiers using (
  case when unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[]) then true
    else id = (select nullif(current_setting('app.dossier', true), '')::uuid) end
);

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

-- Rollups name nobody: no answers, no codes, no persons; officers by the id of their account. So there is no row-level
-- security on them: which communes a report shows is decided by the query's own scope.
grant select, insert, update, delete on sla_facts, sla_cells to desk_app;
grant select, insert, delete on sla_pending to desk_app;
grant usage on sequence sla_pending_id_seq to desk_app;
grant select on sla_facts, sla_cells, sla_pending to desk_report;
-- Who holds an open dossier, by account: how much each officer has on the table.
grant select (holder_id) on dossiers to desk_report;

-- Whatever appends to the log, this tells the reports, in the same transaction. SELECT of `for update skip locked` needs
-- the right to update.
grant update on sla_pending to desk_app;
create function desk_mark_pending() returns trigger language plpgsql as $$
begin
  insert into sla_pending (dossier_id) select distinct dossier_id from appended;
  return null;
end $$;
create trigger tells_reports after insert on dossier_events referencing new table as appended
  for each statement execute function desk_mark_pending();

-- What was filed before there were rollups.
insert into sla_pending (dossier_id) select id from dossiers;

-- Counts that depend on now are read from the open dossiers themselves; these are few however many there ever were.
create index dossiers_open on dossiers (unit_code, filed_at)
  include (procedure, channel, state, holder_id, next_due_at, due_soon_at) where not is_ended;

-- A queue that is filled and emptied all day: looked after early, so that taking from it stays an index's first page.
alter table sla_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

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

-- Messages are seen by the communes of their dossier; whom they went to stands in no column.
grant select, insert, update on messages to desk_app;
alter table messages enable row level security;
create policy of_seen_dossier on messages to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

-- What a demonstration recorded is shown to whoever tries the desk out, whatever the commune. In production nothing writes here.
grant select, insert on recorded_messages to desk_app;

-- The book of certificates is open to every commune on purpose (db/schema/certificates.ts).
grant select, insert, update on certificates to desk_app;
grant select, insert on certificate_subjects to desk_app;

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

-- Unfinished dossiers belong to no commune: who has a draft's key writes it, and everything personal is sealed.
grant select, insert, update, delete on drafts to desk_app;

-- Asked by a link: whoever follows it has proved no dossier yet (db/schema/consents.ts).
grant select, insert, update, delete on consent_requests to desk_app;

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

-- Looks before signing, and one-time passwords for handing over, are seen with their dossier.
grant select, insert, update on result_previews, hand_over_codes to desk_app;
alter table result_previews enable row level security;
create policy of_seen_dossier on result_previews to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));
alter table hand_over_codes enable row level security;
create policy of_seen_dossier on hand_over_codes to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

-- What was sealed or added to the archive stays; a seal is marked as disposed of by desk_erase_disposed alone.
grant select, insert on archive_seals, archive_records, archive_record_files, archive_disposal_items to desk_app;
grant select, insert, update on archive_disposals to desk_app;
-- By its hash alone: the sweeper of uploads must know which stored files the archive has.
grant select (sha256) on archive_record_files to desk_report;

alter table archive_seals enable row level security;
create policy within_scope on archive_seals to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);
alter table archive_records enable row level security;
create policy within_scope on archive_records to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);
alter table archive_record_files enable row level security;
create policy of_seen_record on archive_record_files to desk_app using (exists (select 1 from archive_records r where r.id = record_id));
create policy reports_read on archive_record_files for select to desk_report using (true);
alter table archive_disposals enable row level security;
create policy within_scope on archive_disposals to desk_app using (
  unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[])
);
alter table archive_disposal_items enable row level security;
create policy of_seen_list on archive_disposal_items to desk_app using (exists (select 1 from archive_disposals l where l.id = disposal_id));

-- Erases what a signed list disposes of: answers, names, and what papers and documents point to. The log stays as it is.
-- desk_app may not delete any of it; this may, as their owner, and only for a dossier of the scope that stands on a
-- list which two different people have put their names to. Answers are replaced by `p_empty`, sealed by the caller
-- who has the key. Returns the stored files that nothing names any more.
create function desk_erase_disposed(p_disposal uuid, p_dossier uuid, p_numbers integer[], p_empty bytea[], p_note text, p_at timestamptz)
returns table (stored text) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  files text[];
begin
  if not exists (
    select 1 from archive_disposals l
    join archive_disposal_items i on i.disposal_id = l.id
    join archive_seals s on s.dossier_id = i.dossier_id
    where l.id = p_disposal and i.dossier_id = p_dossier and l.state = 'confirmed' and l.decided_by_id <> l.proposed_by_id
      and s.disposed_at is null and s.keep_until < (p_at at time zone 'Asia/Ho_Chi_Minh')::date
      and l.unit_code = any (string_to_array(current_setting('app.units', true), ','))
  ) then
    raise exception 'no signed list disposes of this dossier' using errcode = 'insufficient_privilege';
  end if;

  select array_agg(distinct name) into files from (
    select u.stored_sha256 as name from uploads u join papers p on p.id = u.id where p.dossier_id = p_dossier
    union all select d.sha256 from documents d where d.dossier_id = p_dossier
  ) named where name is not null;

  update uploads u set status = 'refused', refusal = p_note, stored_sha256 = null, stored_type = null
    from papers p where p.id = u.id and p.dossier_id = p_dossier;
  update dossier_answers a set sealed = e.sealed
    from unnest(p_numbers, p_empty) as e (number, sealed) where a.dossier_id = p_dossier and a.number = e.number;
  if exists (select 1 from dossier_answers a where a.dossier_id = p_dossier and a.number <> all (p_numbers)) then
    raise exception 'not all answers would be erased';
  end if;
  delete from dossier_people where dossier_id = p_dossier;
  delete from dossier_finds where dossier_id = p_dossier;
  delete from consent_requests where dossier_id = p_dossier;
  update ratings set comment = null where dossier_id = p_dossier;
  update dossiers set applicant_name = '(đã hủy)' where id = p_dossier;
  update archive_seals set disposed_at = p_at where dossier_id = p_dossier;

  return query
    select f from unnest(files) as f
    where not exists (select 1 from uploads u where u.stored_sha256 = f)
      and not exists (select 1 from documents d join archive_seals s on s.dossier_id = d.dossier_id where d.sha256 = f and s.disposed_at is null)
      and not exists (select 1 from documents d where d.sha256 = f and not exists (select 1 from archive_seals s where s.dossier_id = d.dossier_id))
      and not exists (select 1 from archive_record_files r where r.sha256 = f);
end $$;
revoke all on function desk_erase_disposed from public;
grant execute on function desk_erase_disposed to desk_app;
