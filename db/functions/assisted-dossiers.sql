-- The dossiers that one helper helped to file, the newest first, or the one of a code. Runs as the owner, because a
-- helper's scope shows no dossier at all; and gives these columns and no other: nothing that names a person.
create or replace function desk_assisted_dossiers(p_account uuid, p_code text, p_limit integer)
returns table (code text, procedure text, procedure_version text, unit_code text, state text, filed_at timestamptz,
  reception_due_at timestamptz, confirmed_by text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select d.code, d.procedure, d.procedure_version, d.unit_code, d.state, d.filed_at, d.reception_due_at,
    e.data -> 'assistedBy' ->> 'confirmedBy'
  from dossier_events e join dossiers d on d.id = e.dossier_id
  where e.action = 'submit' and e.data -> 'assistedBy' ->> 'role' = 'helper'
    and e.data -> 'assistedBy' ->> 'accountId' = p_account::text and (p_code is null or d.code = p_code)
  order by e.occurred_at desc, d.code desc
  limit p_limit
$$;

revoke execute on function desk_assisted_dossiers from public;
grant execute on function desk_assisted_dossiers to desk_app;
