-- Which dossiers of a unit a search finds: the open ones first, the most urgent before the others, then the ended
-- ones, the latest filed first. Runs as the owner: under row-level security PostgreSQL asks no index what `@@` or
-- `like` finds, because they could tell what they saw, and would read every dossier of the commune instead. It gives
-- ids only, of this one unit; the caller reads them within its own scope.
--   p_words             folded beginnings that words of names and addresses must all have, or null
--   p_initials          the first letters of somebody's name, or null
--   p_code              a code or the end of one, or null
--   p_identity, p_phone blind indexes, or null
create or replace function desk_search(
  p_unit text, p_procedure text, p_words text[], p_initials text, p_code text, p_identity bytea, p_phone bytea, p_limit integer
) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_words tsquery := (select string_agg(format('''%s~%s'':*', p_unit, w), ' & ')
    from unnest(p_words) word cross join lateral (select regexp_replace(word, '[^a-z0-9]', '', 'g') as w) cleaned where w <> '');
  v_initials tsquery := '''' || p_unit || '~~' || regexp_replace(p_initials, '[^a-z]', '', 'g') || '''';
  v_sought tsquery := case when v_initials is null then v_words when v_words is null then v_initials else v_words || v_initials end;
begin
  return (
    with named as materialized (
      select dossier_id as id from dossier_finds where desk_lexemes(unit_code, words, initials) @@ v_sought
      union
      -- What is not on a desk yet has no finds, and can be named on the phone.
      select p.dossier_id from dossiers d join dossier_people p on p.dossier_id = d.id
        where d.unit_code = p_unit and not d.is_ended and d.delivered_at is null
          and ' ' || p.name_fold like all (array(select '% ' || desk_like(w) || '%' from unnest(p_words) w)) and cardinality(p_words) > 0
      union
      select dossier_id from dossier_people where identity_index = p_identity
      union
      select dossier_id from dossier_finds where phone_index = p_phone
      union
      -- A range, and not `like`: its bounds may be parameters of a plan that is kept. No code has a letter after `~`.
      (select id from dossiers where unit_code = p_unit
        and reverse(code) ~>=~ reverse(p_code) and reverse(code) ~<~ (reverse(p_code) || '~') limit 1000)),
    open_ones as materialized (
      select id, next_due_at from dossiers
      where unit_code = p_unit and not is_ended and (p_procedure is null or procedure = p_procedure) and id in (select id from named)
      order by next_due_at, id desc limit p_limit),
    -- An id begins with the instant it was made: the latest are looked at one by one until there are enough.
    ended_ones as materialized (
      select named.id from (select id from named order by id desc) named
      cross join lateral (
        select from dossiers d where d.id = named.id and d.unit_code = p_unit and d.is_ended
          and (p_procedure is null or d.procedure = p_procedure) offset 0) of_unit
      limit p_limit)
    select array(
      select id from (
        select id, false as is_ended, next_due_at from open_ones union all select id, true, null from ended_ones) found
      order by is_ended, next_due_at, id desc limit p_limit));
end $$;

-- What somebody typed, to be found as it is.
create or replace function desk_like(text) returns text
language sql immutable parallel safe
return regexp_replace($1, '([\\%_])', '\\\1', 'g');

revoke execute on function desk_search from public;
grant execute on function desk_search, desk_like to desk_app;
