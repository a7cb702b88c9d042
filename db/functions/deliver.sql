-- Puts a dossier on its commune's desk in one statement: inbox row, done outbox row, event and dossier commit together.
-- True when it was done now; false when this job was done before, or the dossier is no longer this commune's to show.
create or replace function desk_deliver(p_unit text, p_outbox bigint, p_dossier uuid, p_now timestamptz) returns boolean
language plpgsql as $$
declare
  v dossiers%rowtype;
  v_at timestamptz;
  v_body text;
begin
  perform set_config('app.units', p_unit, true), set_config('app.dossier', '', true);

  insert into inbox (outbox_id, done_at) values (p_outbox, p_now) on conflict do nothing;
  if not found then return false; end if;
  update outbox set done_at = p_now where id = p_outbox;

  select * into v from dossiers where id = p_dossier for update;
  if not found or v.unit_code <> p_unit or v.delivered_at is not null then return false; end if;

  -- Two processes' clocks may differ a little; the log never runs backwards.
  v_at := greatest(p_now, v.last_at);
  v_body := json_build_object(
    'v', 1, 'dossier', v.id, 'seq', v.last_seq + 1, 'action', 'deliver', 'unit', v.unit_code,
    'occurredAt', desk_iso(v_at), 'recordedAt', desk_iso(v_at),
    'actor', json_build_object('kind', 'system', 'part', 'worker'),
    'data', json_build_object('unit', p_unit, 'outboxId', p_outbox::text)
  )::text;

  insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
  values (v.id, v.last_seq + 1, 'deliver', v.unit_code, v_at, v_at, v_body, sha256(v.last_hash || convert_to(v_body, 'UTF8')));

  -- `version` stays: a delivery must not make the page stale that a resident has open.
  update dossiers d set
    delivered_at = v_at, last_seq = d.last_seq + 1, last_at = v_at,
    last_hash = sha256(d.last_hash || convert_to(v_body, 'UTF8'))
  where d.id = v.id;

  return true;
end $$;

grant execute on function desk_deliver to desk_app;
