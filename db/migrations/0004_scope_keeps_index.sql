-- Of two conditions joined by OR, each with an index, the planner reads both indexes and then sorts the whole queue of
-- a commune for its first fifty rows. A CASE has no index of its own: the query's order is kept, and this filters.
alter policy within_scope on dossiers using (
  case when unit_code = any ((select string_to_array(current_setting('app.units', true), ','))::text[]) then true
    else id = (select nullif(current_setting('app.dossier', true), '')::uuid) end
);
