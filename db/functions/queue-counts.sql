-- How many dossiers stand in each view, by one pass over the unit's open rows, and how many wait to be handed over.
-- With a procedure only of that one, because a count beside a filtered list must count what the list shows.
drop function if exists desk_queue_counts(text, text, uuid, timestamptz);
create or replace function desk_queue_counts(
  p_units text, p_unit text, p_account uuid, p_now timestamptz, p_procedure text
) returns json
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
    'to_hand_over', (select count(*) from dossiers where unit_code = p_unit and is_ended and state = 'resolved'
      and (p_procedure is null or procedure = p_procedure)),
    'due_soon', count(*) filter (where due_soon_at <= p_now and next_due_at >= p_now),
    'overdue', count(*) filter (where next_due_at < p_now)
  ) into v_counts
  from dossiers where unit_code = p_unit and not is_ended and delivered_at is not null
    and (p_procedure is null or procedure = p_procedure);

  return v_counts;
end $$;

grant execute on function desk_queue_counts to desk_app;
