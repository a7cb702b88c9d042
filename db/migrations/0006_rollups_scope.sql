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
