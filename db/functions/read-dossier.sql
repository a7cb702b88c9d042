-- Everything that staff see of one dossier, in one statement: sets the scope, records who looked and why, and gives
-- the dossier with its log, its sealed answers as last mended, its papers and its documents. No row when the
-- dossier does not exist or stands outside the scope; then nothing is recorded.
-- `log` has an event on each line: JSON has no line breaks of its own, and an array of texts takes its reader longer.
-- Names are quoted as the server writes them.
drop function if exists desk_read_dossier(text, text, uuid, timestamptz, uuid, text, text);
create function desk_read_dossier(
  p_units text, p_code text, p_look uuid, p_at timestamptz, p_account uuid, p_account_unit text, p_purpose text
) returns table (
  id uuid, code text, procedure text, "procedureVersion" text, variant text, channel text, "unitCode" text, state text,
  version integer, "applicantName" text, routing jsonb, fee integer, "holderId" uuid, "holderName" text,
  "filedAt" timestamptz, "acceptedAt" timestamptz, "endedAt" timestamptz, "isEnded" boolean, supplements integer,
  log text, "answersNumber" integer, "sealedAnswers" bytea, papers json, documents json
)
language plpgsql as $$
#variable_conflict use_column
declare
  d dossiers%rowtype;
begin
  perform set_config('app.units', p_units, true), set_config('app.dossier', '', true);

  select * into d from dossiers where code = p_code;
  if not found then return; end if;

  insert into access_log (id, at, account_id, unit_code, dossier_id, purpose)
  values (p_look, p_at, p_account, p_account_unit, d.id, p_purpose);

  return query select d.id, d.code, d.procedure, d.procedure_version, d.variant, d.channel, d.unit_code, d.state,
    d.version, d.applicant_name, d.routing, d.fee, d.holder_id, d.holder_name,
    d.filed_at, d.accepted_at, d.ended_at, d.is_ended, d.supplements,
    (select string_agg(body, E'\n' order by seq) from dossier_events where dossier_id = d.id), a.number, a.sealed,
    (select coalesce(json_agg(p), '[]') from (
      select p.id, p.kind, u.sha256, u.bytes, u.type, u.status, u.refusal
      from papers p join uploads u on u.id = p.id where p.dossier_id = d.id order by p.round, p.id) p),
    (select coalesce(json_agg(f), '[]') from (
      select f.id, f.form, f.number, f.sha256, f.bytes, f.made_at as "madeAt"
      from documents f where f.dossier_id = d.id order by f.made_at, f.form) f)
  from dossier_answers a where a.dossier_id = d.id order by a.number desc limit 1;
end $$;

grant execute on function desk_read_dossier to desk_app;
