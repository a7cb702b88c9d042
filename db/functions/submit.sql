-- Files a dossier in one statement: idempotency row, dossier, events, answers, people, papers, the visit it came of and
-- promised work commit together. `outcome` is 'stored', 'replayed' (the same key and body came before: its answer again), or
-- 'reused' (the key came before with another body). A concurrent twin waits on the key's unique index.
-- Raises QY001 when an upload is not the sender's, was used already, or was refused; QY002 when a paper that is used again
-- is no longer there.
create or replace function desk_submit(
  p_actor text, p_route text, p_key text, p_body_sha256 bytea, p_answer jsonb,
  p_dossier jsonb, p_events jsonb, p_sealed bytea, p_people jsonb, p_papers jsonb, p_sender text, p_outbox jsonb
) returns table (outcome text, answer jsonb, dossier_id uuid)
language plpgsql as $$
#variable_conflict use_column
declare
  v_id uuid := (p_dossier ->> 'id')::uuid;
  v_at timestamptz := (p_dossier ->> 'filed_at')::timestamptz;
  v_taken integer;
  v_copies integer;
begin
  perform set_config('app.dossier', v_id::text, true), set_config('app.units', '', true);

  insert into idempotency_keys (actor, route, key, body_sha256, dossier_id, answer, created_at)
  values (p_actor, p_route, p_key, p_body_sha256, v_id, p_answer, v_at)
  on conflict do nothing;
  if not found then
    return query
      select case when k.body_sha256 = p_body_sha256 then 'replayed' else 'reused' end, k.answer, k.dossier_id
      from idempotency_keys k where k.actor = p_actor and k.route = p_route and k.key = p_key;
    return;
  end if;

  insert into dossiers (id, code, procedure, procedure_version, variant, channel, unit_code, state, version, last_seq,
    last_hash, last_at, applicant_name, routing, fee, holder_id, holder_name, tracking_hash, filed_at, accepted_at,
    ended_at, reception_due_at, due_at, next_due_at, due_soon_at, is_ended, verdict, working_minutes)
  select v_id, d.code, d.procedure, d.procedure_version, d.variant, d.channel, d.unit_code, d.state, 1, d.last_seq,
    decode(d.last_hash, 'hex'), d.last_at, d.applicant_name, d.routing, d.fee, null, null, decode(d.tracking_hash, 'hex'),
    v_at, d.accepted_at, d.ended_at, d.reception_due_at, d.due_at, d.next_due_at, d.due_soon_at, d.is_ended, d.verdict,
    d.working_minutes
  from jsonb_to_record(p_dossier) as d (code text, procedure text, procedure_version text, variant text, channel text,
    unit_code text, state text, last_seq integer, last_hash text, last_at timestamptz, applicant_name text, routing jsonb,
    fee integer, tracking_hash text, accepted_at timestamptz, ended_at timestamptz, reception_due_at timestamptz,
    due_at timestamptz, next_due_at timestamptz, due_soon_at timestamptz, is_ended boolean, verdict text,
    working_minutes integer);

  insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
  select v_id, e.seq, e.action, e.unit_code, e.occurred_at, e.recorded_at, e.body, decode(e.hash, 'hex')
  from jsonb_to_recordset(p_events) as e (seq integer, action text, unit_code text, occurred_at timestamptz,
    recorded_at timestamptz, body text, hash text);

  insert into dossier_answers (dossier_id, number, sealed, sha256)
  values (v_id, 1, p_sealed, p_dossier ->> 'answers_sha256');

  insert into dossier_people (dossier_id, place, name, identity_index)
  select v_id, p.place, p.name, decode(p.identity_index, 'hex')
  from jsonb_to_recordset(p_people) as p (place text, name text, identity_index text);

  if jsonb_array_length(p_papers) > 0 then
    select count(*) into v_copies from jsonb_to_recordset(p_papers) as p (copy_of uuid) where p.copy_of is not null;
    update uploads u set dossier_id = v_id
    from jsonb_to_recordset(p_papers) as p (id uuid, copy_of uuid)
    where p.copy_of is null and u.id = p.id and u.sender = p_sender and u.dossier_id is null and u.status <> 'refused';
    get diagnostics v_taken = row_count;
    if v_taken + v_copies <> jsonb_array_length(p_papers) then
      raise exception 'an upload is not free for this dossier' using errcode = 'QY001';
    end if;
    if v_copies > 0 then
      -- Nobody may decide meanwhile that nothing names these bytes: storedPapersLock (server/papers/clean-paper.ts).
      perform pg_advisory_xact_lock_shared(4201940);
      -- Received when they were, so that they count against nobody's quota of today.
      insert into uploads (id, sender, sha256, bytes, type, status, stored_sha256, stored_type, created_at, dossier_id)
      select p.id, p_sender, u.sha256, u.bytes, u.type, u.status, u.stored_sha256, u.stored_type, u.created_at, v_id
      from jsonb_to_recordset(p_papers) as p (id uuid, copy_of uuid, copy_from uuid)
      join uploads u on u.id = p.copy_of and u.dossier_id = p.copy_from and u.status = 'clean';
      get diagnostics v_taken = row_count;
      if v_taken <> v_copies then
        raise exception 'a paper that is used again is no longer there' using errcode = 'QY002';
      end if;
    end if;
    insert into papers (id, dossier_id, kind, round)
    select p.id, v_id, p.kind, 1 from jsonb_to_recordset(p_papers) as p (id uuid, kind text);
  end if;

  -- The visit of whose number the dossier came: after the link this scope sees the ticket, and only then its log.
  if p_dossier ? 'visit' then
    insert into ticket_dossiers (ticket_id, dossier_id, at, account_id)
    values ((p_dossier #>> '{visit,ticket}')::uuid, v_id, v_at, (p_dossier #>> '{visit,account}')::uuid);
    insert into ticket_events (ticket_id, action, at, counter, account_id, by_name)
    select t.id, 'file', v_at, t.counter, (p_dossier #>> '{visit,account}')::uuid, p_dossier #>> '{visit,name}'
    from tickets t where t.id = (p_dossier #>> '{visit,ticket}')::uuid;
  end if;

  insert into outbox (topic, queue, dossier_id, body, created_at)
  select o.topic, o.queue, v_id, '{}', v_at from jsonb_to_recordset(p_outbox) as o (topic text, queue text);

  return query select 'stored', p_answer, v_id;
end $$;

grant execute on function desk_submit to desk_app;
