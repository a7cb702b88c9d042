-- Of a paper that was used again, reports see from which dossier: indicator 4.3 of Decision 766 counts it. Who checked it
-- stays in the body. Whole again because a view is replaced whole; the other lines are those of 0004.
create or replace view event_facts as
select dossier_id, seq, action, unit_code, occurred_at, recorded_at,
  jsonb_strip_nulls(jsonb_build_object(
    'unit', case when action in ('submit', 'deliver') then data -> 'unit' end,
    'channel', data -> 'channel',
    'variant', data -> 'variant',
    'papers', case when action in ('submit', 'answer_supplement')
      then (select coalesce(jsonb_agg(jsonb_build_object('id', p -> 'id', 'kind', p -> 'kind',
          'reusedFrom', case when p ? 'reusedFrom' then jsonb_build_object('dossier', p #> '{reusedFrom,dossier}') end)), '[]')
        from jsonb_array_elements(data -> 'papers') p) end,
    'term', data -> 'term',
    'from', data -> 'from',
    'to', data -> 'to',
    'newDueAt', data -> 'newDueAt',
    'sentLate', data -> 'sentLate',
    'amount', data -> 'amount',
    'method', case when action = 'record_payment' then data -> 'method' end,
    'resultForms', data -> 'resultForms',
    'outcome', data -> 'outcome',
    'score', data -> 'score',
    'reason', case when action = 'withdraw' and data ->> 'reason' ~* 'trùng' then 'trùng' end
  )) as data
from dossier_events;
