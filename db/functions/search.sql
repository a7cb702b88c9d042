-- Which dossiers of a unit a search finds, open and ended, the most urgent first. Runs as the owner: under row-level
-- security PostgreSQL asks no index what `like` finds, because `like` could tell what it saw, and would read every
-- dossier of the commune instead. It gives ids only, of this one unit; the caller reads them within its own scope.
--   p_words             patterns that the words of names and addresses must all be like, or null
--   p_initials          the first letters of somebody's name, or null
--   p_code              a code or the end of one, or null
--   p_identity, p_phone blind indexes, or null
create or replace function desk_search(
  p_unit text, p_procedure text, p_words text[], p_initials text, p_code text, p_identity bytea, p_phone bytea, p_limit integer
) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_ids uuid[] := '{}';
  v_found uuid[];
begin
  if p_identity is not null then
    v_ids := array(select dossier_id from dossier_people where identity_index = p_identity);
  end if;
  if p_phone is not null then
    v_ids := v_ids || array(select dossier_id from dossier_finds where phone_index = p_phone);
  end if;
  if p_code is not null then
    v_ids := v_ids || array(select id from dossiers
      where unit_code = p_unit and reverse(code) like reverse(desk_like(p_code)) || '%' limit 1000);
  end if;
  if cardinality(p_words) > 0 then
    -- Planned for these very words: a rare one is looked up, a common one sought among the unit's own. What is not on a
    -- desk yet has no finds, and can be named on the phone.
    execute format(
      'select array(select dossier_id from dossier_finds where unit_code = %1$L and %2$s
         union all select p.dossier_id from dossiers d join dossier_people p on p.dossier_id = d.id
           where d.unit_code = %1$L and not d.is_ended and d.delivered_at is null and %3$s)',
      p_unit,
      (select string_agg(format('words like %L', '%' || desk_like(w) || '%'), ' and ') from unnest(p_words) w),
      (select string_agg(format('p.name_fold like %L', '%' || desk_like(w) || '%'), ' and ') from unnest(p_words) w)
    ) into v_found;
    v_ids := v_ids || v_found;
  end if;
  if p_initials is not null then
    v_ids := v_ids || array(select dossier_id from dossier_finds
      where unit_code = p_unit and ' ' || initials || ' ' like '% ' || desk_like(p_initials) || ' %');
  end if;

  return array(
    select id from dossiers
    where id = any(v_ids) and unit_code = p_unit and (p_procedure is null or procedure = p_procedure)
    order by is_ended, next_due_at, id desc limit p_limit
  );
end $$;

-- What somebody typed, to be found as it is.
create or replace function desk_like(text) returns text
language sql immutable parallel safe
return regexp_replace($1, '([\\%_])', '\\\1', 'g');

revoke execute on function desk_search from public;
grant execute on function desk_search, desk_like to desk_app;
