-- Gives the next number of a unit, day and letter, and stores the ticket and its first event in one round trip, so that
-- the row of the last number is locked as shortly as can be. Numbers have no gaps: they are taken with the ticket.
create or replace function desk_take_ticket(
  p_id uuid, p_unit text, p_day date, p_letter text, p_class text, p_services jsonb, p_at timestamptz,
  p_booked_at timestamptz, p_call_by timestamptz, p_secret_hash bytea, p_officer jsonb
) returns integer
language plpgsql as $$
declare
  v_number integer;
begin
  insert into ticket_numbers as n (unit_code, day, letter, last) values (p_unit, p_day, p_letter, 1)
  on conflict (unit_code, day, letter) do update set last = n.last + 1 returning last into v_number;

  insert into tickets (
    id, unit_code, day, letter, number, class, services, state, arrived_at, booked_at, call_by, last_at, secret_hash
  ) values (
    p_id, p_unit, p_day, p_letter, v_number, p_class, p_services, 'waiting', p_at, p_booked_at, p_call_by, p_at, p_secret_hash
  );
  insert into ticket_events (ticket_id, action, at, account_id, by_name)
  values (
    p_id, case when p_booked_at is null then 'take' else 'check_in' end, p_at,
    (p_officer ->> 'id')::uuid, p_officer ->> 'name'
  );

  return v_number;
end $$;

grant execute on function desk_take_ticket to desk_app;
