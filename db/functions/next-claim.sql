-- Gives the officer the most urgent dossier that nobody holds, and records the claim, in one statement.
-- `skip locked`: of many officers who press at once each gets another dossier, and nobody waits.
-- Returns no row when nothing is free.
create or replace function desk_next_claim(
  p_units text, p_unit text, p_account uuid, p_name text, p_role text, p_now timestamptz
) returns table (id uuid, code text)
language plpgsql as $$
#variable_conflict use_column
declare
  v dossiers%rowtype;
  v_at timestamptz;
  v_body text;
begin
  perform set_config('app.units', p_units, true), set_config('app.dossier', '', true);

  select * into v from dossiers
  where unit_code = p_unit and not is_ended and holder_id is null and delivered_at is not null
    and state in ('submitted', 'accepted', 'processing')
  order by next_due_at, id limit 1 for update skip locked;
  if not found then return; end if;

  -- Two processes' clocks may differ a little; the log never runs backwards.
  v_at := greatest(p_now, v.last_at);
  v_body := json_build_object(
    'v', 1, 'dossier', v.id, 'seq', v.last_seq + 1, 'action', 'claim', 'unit', v.unit_code,
    'occurredAt', desk_iso(v_at), 'recordedAt', desk_iso(v_at),
    'actor', json_build_object('kind', 'staff', 'accountId', p_account, 'name', p_name, 'role', p_role, 'unit', p_unit),
    'data', json_build_object('holder', p_account, 'holderName', p_name)
  )::text;

  insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
  values (v.id, v.last_seq + 1, 'claim', v.unit_code, v_at, v_at, v_body, sha256(v.last_hash || convert_to(v_body, 'UTF8')));

  update dossiers d set
    holder_id = p_account, holder_name = p_name, version = d.version + 1, last_seq = d.last_seq + 1, last_at = v_at,
    last_hash = sha256(d.last_hash || convert_to(v_body, 'UTF8')),
    state = case d.state when 'accepted' then 'processing' else d.state end
  where d.id = v.id;

  return query select v.id, v.code;
end $$;

-- An instant as the log writes it.
create or replace function desk_iso(timestamptz) returns text
language sql immutable parallel safe
return to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

grant execute on function desk_next_claim, desk_iso to desk_app;
