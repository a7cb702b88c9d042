-- Calls the next of the line to a counter, in one statement and in the order of the one rule (shared/tickets/order.ts).
-- `skip locked`: of many counters that press at once each gets another number, and none waits.
-- No row: nobody waits. A row with `is_running`: the counter still has that ticket and `p_over` did not name it.
create or replace function desk_call_next(
  p_units text, p_unit text, p_day date, p_counter integer, p_over uuid, p_account uuid, p_name text, p_now timestamptz
) returns table (id uuid, is_running boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  v tickets%rowtype;
  v_running tickets%rowtype;
  v_at timestamptz;
begin
  perform set_config('app.units', p_units, true), set_config('app.dossier', '', true);

  select * into v_running from tickets
  where unit_code = p_unit and day = p_day and counter = p_counter and state in ('called', 'serving') for update;
  if found and v_running.id is distinct from p_over then
    return query select v_running.id, true;
    return;
  end if;

  select * into v from tickets
  where unit_code = p_unit and day = p_day and state = 'waiting' and (for_counter is null or for_counter = p_counter)
  order by call_by, id limit 1 for update skip locked;
  if not found then return; end if;

  if v_running.id is not null then
    -- Whoever was served is done with; whoever was only called did not come.
    v_at := greatest(p_now, v_running.last_at);
    if v_running.state = 'serving' then
      update tickets t set state = 'done', ended_at = v_at, last_at = v_at, version = t.version + 1 where t.id = v_running.id;
    else
      update tickets t set state = 'no_show', absent_at = v_at, last_at = v_at, version = t.version + 1 where t.id = v_running.id;
    end if;
    insert into ticket_events (ticket_id, action, at, counter, account_id, by_name)
    values (v_running.id, case v_running.state when 'serving' then 'finish' else 'no_show' end, v_at, p_counter, p_account, p_name);
  end if;

  v_at := greatest(p_now, v.last_at);
  update tickets t set
    state = 'called', counter = p_counter, for_counter = null, called_at = v_at, calls = t.calls + 1, last_at = v_at,
    officer_id = p_account, officer_name = p_name, version = t.version + 1
  where t.id = v.id;
  insert into ticket_events (ticket_id, action, at, counter, account_id, by_name)
  values (v.id, 'call', v_at, p_counter, p_account, p_name);

  return query select v.id, false;
end $$;

grant execute on function desk_call_next to desk_app;
