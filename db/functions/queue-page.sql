-- One page of a commune's queue as ready JSON, in one statement: sets the scope, then reads in the order of the
-- index `dossiers_queue` (next_due_at, id), which is the order of slack because a unit has one calendar; ended
-- dossiers the latest first. `next_at` and `next_id` name the last row given when another page follows.
drop function if exists desk_queue_page(text, text, text, uuid, text, timestamptz, timestamptz, uuid, integer);
create function desk_queue_page(
  p_units text, p_unit text, p_view text, p_account uuid, p_procedure text, p_due_before timestamptz,
  p_after_at timestamptz, p_after_id uuid, p_limit integer, out page text, out next_at timestamptz, out next_id uuid
)
-- In the index's order and no other way: fetching all open rows to sort them costs a busy commune twice the time. The
-- planner cannot know how many are in a view, and took that way where no row-level security stood before it.
language plpgsql stable set enable_bitmapscan = off as $$
declare
  v_ends boolean := p_view in ('ended', 'to_hand_over');
  v_rows dossiers[];
  v_last dossiers;
begin
  perform set_config('app.units', p_units, true), set_config('app.dossier', '', true);

  -- One row more than asked tells that another page follows.
  if p_view = 'ended' then
    v_rows := array(
      select d from dossiers d
      where unit_code = p_unit and is_ended and (p_procedure is null or procedure = p_procedure)
        and (p_after_at is null or (ended_at, id) < (p_after_at, p_after_id))
      order by ended_at desc, id desc limit p_limit + 1
    );
  elsif p_view = 'to_hand_over' then
    -- Said apart, so that the index of the few can serve it.
    v_rows := array(
      select d from dossiers d
      where unit_code = p_unit and is_ended and state = 'resolved' and (p_procedure is null or procedure = p_procedure)
        and (p_after_at is null or (ended_at, id) < (p_after_at, p_after_id))
      order by ended_at desc, id desc limit p_limit + 1
    );
  else
    v_rows := array(
      select d from dossiers d
      where unit_code = p_unit and not is_ended and delivered_at is not null
        and (next_due_at, id) > (coalesce(p_after_at, '-infinity'), coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
        and (p_procedure is null or procedure = p_procedure)
        and (p_due_before is null or next_due_at < p_due_before)
        and desk_in_view(p_view, state, holder_id, p_account)
      order by next_due_at, id limit p_limit + 1
    );
  end if;

  page := desk_queue_rows(v_rows[:p_limit]);
  if cardinality(v_rows) > p_limit then
    v_last := v_rows[p_limit];
    next_at := case when v_ends then v_last.ended_at else v_last.next_due_at end;
    next_id := v_last.id;
  end if;
end $$;

-- Which of the open dossiers each view shows; `queue-counts.sql` counts by the same rule.
create or replace function desk_in_view(p_view text, p_state text, p_holder uuid, p_account uuid) returns boolean
language sql immutable parallel safe
return case p_view
  when 'all' then true
  when 'mine' then p_holder = p_account
  when 'new' then p_state = 'submitted'
  when 'processing' then p_state in ('accepted', 'processing', 'payment_due')
  when 'waiting' then p_state = 'need_supplement'
  when 'to_sign' then p_state = 'proposed'
  else false
end;

-- Dossiers as the queue shows them, in the order given. A named record and not json_build_object, which looks up
-- the type of every value of every row anew and takes twice as long.
drop function if exists desk_queue_row(dossiers);
create or replace function desk_queue_rows(p_dossiers dossiers[]) returns text
language sql stable parallel safe
return (
  select coalesce(json_agg(item), '[]')::text from (
    select code, procedure, applicant_name as "applicantName", state, channel, unit_code as unit, filed_at as "filedAt",
      accepted_at as "acceptedAt", next_due_at as "nextDueAt", due_soon_at as "dueSoonAt",
      case when holder_id is not null then json_build_object('id', holder_id, 'name', holder_name) end as holder,
      supplements, version
    from unnest(p_dossiers)
  ) item
);

grant execute on function desk_queue_page, desk_in_view, desk_queue_rows to desk_app;
