-- The ticket or booking whose secret has this hash, or nothing. They run as the owner: whoever holds a slip has no
-- unit's scope. They give only where it is, with which the caller opens that one unit.
create or replace function desk_find_ticket(p_hash bytea) returns table (id uuid, unit_code text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.id, t.unit_code from tickets t where t.secret_hash = p_hash;
end;

create or replace function desk_find_booking(p_hash bytea) returns table (id uuid, unit_code text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select b.id, b.unit_code from bookings b where b.secret_hash = p_hash;
end;

revoke execute on function desk_find_ticket, desk_find_booking from public;
grant execute on function desk_find_ticket, desk_find_booking to desk_app;
