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
