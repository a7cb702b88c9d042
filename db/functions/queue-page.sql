-- One page of a commune's queue as ready JSON, in one statement: sets the scope, then reads in the order of the
-- index `dossiers_queue` (next_due_at, id), which is the order of slack because a unit has one calendar.
-- Fetches one row more than asked, so that the caller knows whether another page follows.
create or replace function desk_queue_page(
  p_units text, p_unit text, p_view text, p_account uuid, p_procedure text, p_due_before timestamptz,
  p_after_due timestamptz, p_after_id uuid, p_limit integer
) returns text
language plpgsql stable as $$
declare
  v_page text;
begin
  perform set_config('app.units', p_units, true), set_config('app.dossier', '', true);

  if p_view in ('ended', 'to_hand_over') then
    select coalesce(json_agg(desk_queue_row(d)), '[]')::text into v_page from (
      select * from dossiers
      where unit_code = p_unit and is_ended and (p_view = 'ended' or state = 'resolved') and (p_procedure is null or procedure = p_procedure)
        and (p_after_due is null or (ended_at, id) < (p_after_due, p_after_id))
      order by ended_at desc, id desc limit p_limit + 1
    ) d;

    return v_page;
  end if;

  select coalesce(json_agg(desk_queue_row(d)), '[]')::text into v_page from (
    select * from dossiers
    where unit_code = p_unit and not is_ended and delivered_at is not null
      and (next_due_at, id) > (coalesce(p_after_due, '-infinity'), coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
      and (p_procedure is null or procedure = p_procedure)
      and (p_due_before is null or next_due_at < p_due_before)
      and desk_in_view(p_view, state, holder_id, p_account)
    order by next_due_at, id limit p_limit + 1
  ) d;

  return v_page;
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

create or replace function desk_queue_row(d dossiers) returns json
language sql stable parallel safe
return json_build_object(
  'code', d.code, 'procedure', d.procedure, 'applicantName', d.applicant_name, 'state', d.state, 'channel', d.channel,
  'unit', d.unit_code, 'filedAt', d.filed_at, 'acceptedAt', d.accepted_at, 'nextDueAt', d.next_due_at,
  'dueSoonAt', d.due_soon_at,
  'holder', case when d.holder_id is not null then json_build_object('id', d.holder_id, 'name', d.holder_name) end,
  'supplements', d.supplements, 'version', d.version, 'id', d.id, 'endedAt', d.ended_at
);

grant execute on function desk_queue_page, desk_in_view, desk_queue_row to desk_app;
