-- How many dossiers stand in each view, by one pass over the unit's open rows, and how many wait to be handed over.
create or replace function desk_queue_counts(p_units text, p_unit text, p_account uuid, p_now timestamptz) returns json
language plpgsql stable as $$
declare
  v_counts json;
begin
  perform set_config('app.units', p_units, true), set_config('app.dossier', '', true);
  select json_build_object(
    'all', count(*),
    'mine', count(*) filter (where desk_in_view('mine', state, holder_id, p_account)),
    'new', count(*) filter (where desk_in_view('new', state, holder_id, p_account)),
    'processing', count(*) filter (where desk_in_view('processing', state, holder_id, p_account)),
    'waiting', count(*) filter (where desk_in_view('waiting', state, holder_id, p_account)),
    'to_sign', count(*) filter (where desk_in_view('to_sign', state, holder_id, p_account)),
    'to_hand_over', (select count(*) from dossiers where unit_code = p_unit and is_ended and state = 'resolved'),
    'due_soon', count(*) filter (where due_soon_at <= p_now and next_due_at >= p_now),
    'overdue', count(*) filter (where next_due_at < p_now)
  ) into v_counts
  from dossiers where unit_code = p_unit and not is_ended and delivered_at is not null;

  return v_counts;
end $$;

grant execute on function desk_queue_counts to desk_app;
