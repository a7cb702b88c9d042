-- The payment of a reference, which a bank names without having proved any dossier. Runs as the owner and gives ids,
-- with which the caller opens the scope of that one dossier's unit.
create or replace function desk_find_payment(p_reference text)
returns table (id uuid, dossier_id uuid, unit_code text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, p.dossier_id, d.unit_code from payments p join dossiers d on d.id = p.dossier_id
  where p.reference = p_reference
$$;

revoke execute on function desk_find_payment from public;
grant execute on function desk_find_payment to desk_app;
