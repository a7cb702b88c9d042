-- The dossier of a code whose tracking key has this hash, or nothing. Runs as the owner, because before the key is
-- proved no scope shows the dossier; and gives only an id, with which the caller opens that one scope.
create or replace function desk_find_tracked(p_code text, p_hash bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp
return (select id from dossiers where code = p_code and tracking_hash = p_hash);

revoke execute on function desk_find_tracked from public;
grant execute on function desk_find_tracked to desk_app;
